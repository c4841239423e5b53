// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * intercept-misc.c - hooks for the rest of the C library: time, processes,
 * users and hosts, locales, expressions, mathematics.
 *
 * Results that lie in memory of the library's own are clean anyway.
 */
#include <dlfcn.h>
#include <fenv.h>
#include <glob.h>
#include <grp.h>
#include <iconv.h>
#include <netdb.h>
#include <pwd.h>
#include <regex.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/sysinfo.h>
#include <sys/time.h>
#include <sys/timeb.h>
#include <sys/timex.h>
#include <sys/times.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <time.h>

#include "intercept.h"

/*
 * What is read of a struct tm.  mktime() computes the day of the week and of the
 * year itself; asctime() needs the former; what strftime() reads its format
 * says, and it is not asked here.
 */
#define TM_DATE_SIZE offsetof(struct tm, tm_wday)
#define TM_PRINTED_SIZE offsetof(struct tm, tm_yday)

/* Type, name, parameters, arguments; what is read; what is written. */

/* Time */
HOOK(time_t, time, (time_t * now), (now), NOTHING, IF(now, OUT_VAR(now)))
HOOK(int, gettimeofday, (struct timeval * now, void *zone), (now, zone),
     NOTHING, OUT_VAR(now) OUT(zone, sizeof(struct timezone)))
HOOK(int, clock_gettime, (clockid_t clock, struct timespec *now), (clock, now),
     NOTHING, IF(!ret, OUT_VAR(now)))
HOOK(int, clock_getres, (clockid_t clock, struct timespec *now), (clock, now),
     NOTHING, IF(!ret, OUT_VAR(now)))
HOOK(int, clock_getcpuclockid, (pid_t pid, clockid_t *clock), (pid, clock),
     NOTHING, IF(!ret, OUT_VAR(clock)))
HOOK(int, timespec_get, (struct timespec * now, int base), (now, base), NOTHING,
     IF(ret, OUT_VAR(now)))
HOOK(int, nanosleep, (const struct timespec *time, struct timespec *rest),
     (time, rest), IN(time, sizeof(*time)), IF(ret, OUT_VAR(rest)))
HOOK(int, clock_nanosleep,
     (clockid_t clock, int flags, const struct timespec *time,
      struct timespec *rest),
     (clock, flags, time, rest), IN(time, sizeof(*time)),
     IF(ret, OUT_VAR(rest)))
HOOK(struct tm *, localtime, (const time_t *time), (time),
     IN(time, sizeof(*time)), IF(ret, OUT_VAR(ret)))
HOOK(struct tm *, localtime_r, (const time_t *time, struct tm *tm), (time, tm),
     IN(time, sizeof(*time)), IF(ret, OUT_VAR(ret)))
HOOK(struct tm *, gmtime, (const time_t *time), (time), IN(time, sizeof(*time)),
     IF(ret, OUT_VAR(ret)))
HOOK(struct tm *, gmtime_r, (const time_t *time, struct tm *tm), (time, tm),
     IN(time, sizeof(*time)), IF(ret, OUT_VAR(ret)))
HOOK(time_t, mktime, (struct tm * tm), (tm),
     IN(tm, TM_DATE_SIZE) IN(&tm->tm_isdst, sizeof(tm->tm_isdst)), OUT_VAR(tm))
HOOK(time_t, timegm, (struct tm * tm), (tm), IN(tm, TM_DATE_SIZE), OUT_VAR(tm))
HOOK(time_t, timelocal, (struct tm * tm), (tm),
     IN(tm, TM_DATE_SIZE) IN(&tm->tm_isdst, sizeof(tm->tm_isdst)), OUT_VAR(tm))
HOOK(char *, ctime, (const time_t *time), (time), IN(time, sizeof(*time)),
     OUT_STR(ret))
HOOK(char *, ctime_r, (const time_t *time, char *s), (time, s),
     IN(time, sizeof(*time)), OUT_STR(ret))
HOOK(char *, asctime, (const struct tm *tm), (tm), IN(tm, TM_PRINTED_SIZE),
     OUT_STR(ret))
HOOK(char *, asctime_r, (const struct tm *tm, char *s), (tm, s),
     IN(tm, TM_PRINTED_SIZE), OUT_STR(ret))
HOOK(size_t, strftime,
     (char *s, size_t n, const char *format, const struct tm *tm),
     (s, n, format, tm), IN_STR(format),
     IF(ret, OUT(s, ret + 1)))
HOOK(char *, strptime, (const char *s, const char *format, struct tm *tm),
     (s, format, tm), IN_STR(s) IN_STR(format), IF(ret, OUT_VAR(tm)))
HOOK(int, getitimer, (int which, struct itimerval *timer), (which, timer),
     NOTHING, IF(!ret, OUT_VAR(timer)))
HOOK(int, setitimer,
     (int which, const struct itimerval *new, struct itimerval *old),
     (which, new, old), IN(new, sizeof(*new)), IF(!ret, OUT_VAR(old)))
HOOK(int, timer_create, (clockid_t clock, struct sigevent *event, timer_t *id),
     (clock, event, id), NOTHING, IF(!ret, OUT_VAR(id)))
HOOK(int, timer_gettime, (timer_t id, struct itimerspec *timer), (id, timer),
     NOTHING, IF(!ret, OUT_VAR(timer)))
HOOK(int, timer_settime,
     (timer_t id, int flags, const struct itimerspec *new,
      struct itimerspec *old),
     (id, flags, new, old), IN(new, sizeof(*new)), IF(!ret, OUT_VAR(old)))
HOOK(int, timerfd_gettime, (int fd, struct itimerspec *timer), (fd, timer),
     NOTHING, IF(!ret, OUT_VAR(timer)))
HOOK(int, timerfd_settime,
     (int fd, int flags, const struct itimerspec *new, struct itimerspec *old),
     (fd, flags, new, old), IN(new, sizeof(*new)), IF(!ret, OUT_VAR(old)))
HOOK(int, adjtimex, (struct timex * buf), (buf), NOTHING,
     IF(ret >= 0, OUT_VAR(buf)))

/* Processes and resources */
HOOK(pid_t, wait, (int *status), (status), NOTHING,
     IF(ret > 0 && status, OUT_VAR(status)))
HOOK(pid_t, waitpid, (pid_t pid, int *status, int options),
     (pid, status, options), NOTHING, IF(ret > 0 && status, OUT_VAR(status)))
HOOK(pid_t, wait3, (int *status, int options, struct rusage *usage),
     (status, options, usage), NOTHING,
     IF(ret > 0, IF(status, OUT_VAR(status)) IF(usage, OUT_VAR(usage))))
HOOK(pid_t, wait4, (pid_t pid, int *status, int options, struct rusage *usage),
     (pid, status, options, usage), NOTHING,
     IF(ret > 0, IF(status, OUT_VAR(status)) IF(usage, OUT_VAR(usage))))
HOOK(int, waitid, (idtype_t type, id_t id, siginfo_t *info, int options),
     (type, id, info, options), NOTHING, IF(!ret, OUT_VAR(info)))
HOOK(int, execve, (const char *path, char *const *argv, char *const *envp),
     (path, argv, envp), IN_STR(path) IN(argv, sizeof(*argv)), NOTHING)
HOOK(int, execvp, (const char *path, char *const *argv), (path, argv),
     IN_STR(path) IN(argv, sizeof(*argv)), NOTHING)
HOOK(int, execv, (const char *path, char *const *argv), (path, argv),
     IN_STR(path) IN(argv, sizeof(*argv)), NOTHING)
HOOK(int, posix_spawn,
     (pid_t * pid, const char *path, const void *actions, const void *attr,
      char *const *argv, char *const *envp),
     (pid, path, actions, attr, argv, envp), IN_STR(path), OUT_VAR(pid))
HOOK(int, posix_spawnp,
     (pid_t * pid, const char *path, const void *actions, const void *attr,
      char *const *argv, char *const *envp),
     (pid, path, actions, attr, argv, envp), IN_STR(path), OUT_VAR(pid))
HOOK(int, posix_spawn_file_actions_init, (posix_spawn_file_actions_t * actions),
     (actions), NOTHING, OUT_VAR(actions))
HOOK(int, posix_spawnattr_init, (posix_spawnattr_t * attr), (attr), NOTHING,
     OUT_VAR(attr))
HOOK(int, system, (const char *command), (command), IN_STR(command), NOTHING)
HOOK(int, getrlimit, (int resource, struct rlimit *limit), (resource, limit),
     NOTHING, IF(!ret, OUT_VAR(limit)))
HOOK(int, getrlimit64, (int resource, struct rlimit *limit), (resource, limit),
     NOTHING, IF(!ret, OUT_VAR(limit)))
HOOK(int, setrlimit, (int resource, const struct rlimit *limit),
     (resource, limit), IN(limit, sizeof(*limit)), NOTHING)
HOOK(int, prlimit,
     (pid_t pid, int resource, const struct rlimit *new, struct rlimit *old),
     (pid, resource, new, old), IN(new, sizeof(*new)), IF(!ret, OUT_VAR(old)))
HOOK(int, getrusage, (int who, struct rusage *usage), (who, usage), NOTHING,
     IF(!ret, OUT_VAR(usage)))
HOOK(clock_t, times, (struct tms * buf), (buf), NOTHING, OUT_VAR(buf))
HOOK(int, uname, (struct utsname * name), (name), NOTHING,
     IF(!ret, OUT_VAR(name)))
HOOK(int, sysinfo, (struct sysinfo * info), (info), NOTHING,
     IF(!ret, OUT_VAR(info)))
HOOK(int, getloadavg, (double *load, int n), (load, n), NOTHING,
     IF(ret > 0, OUT(load, ret * sizeof(*load))))
HOOK(int, gethostname, (char *name, size_t n), (name, n), NOTHING,
     IF(!ret, OUT_STR(name)))
HOOK(int, __gethostname_chk, (char *name, size_t n, size_t room),
     (name, n, room), NOTHING, IF(!ret, OUT_STR(name)))
HOOK(int, getlogin_r, (char *name, size_t n), (name, n), NOTHING,
     IF(!ret, OUT_STR(name)))
HOOK(int, getdomainname, (char *name, size_t n), (name, n), NOTHING,
     IF(!ret, OUT_STR(name)))
HOOK(int, sched_getaffinity, (pid_t pid, size_t size, cpu_set_t *set),
     (pid, size, set), NOTHING, IF(!ret, OUT(set, size)))
HOOK(int, sched_getparam, (pid_t pid, struct sched_param *param), (pid, param),
     NOTHING, IF(!ret, OUT_VAR(param)))
HOOK(int, getcpu, (unsigned int *cpu, unsigned int *node), (cpu, node), NOTHING,
     IF(!ret, IF(cpu, OUT_VAR(cpu)) IF(node, OUT_VAR(node))))
HOOK(ssize_t, getrandom, (void *buf, size_t n, unsigned int flags),
     (buf, n, flags), NOTHING, IF(ret > 0, OUT(buf, ret)))
HOOK(int, getentropy, (void *buf, size_t n), (buf, n), NOTHING,
     IF(!ret, OUT(buf, n)))
HOOK(int, getgroups, (int n, gid_t *list), (n, list), NOTHING,
     IF(ret > 0 && n, OUT(list, ret * sizeof(*list))))
HOOK(int, __getgroups_chk, (int n, gid_t *list, size_t room), (n, list, room),
     NOTHING, IF(ret > 0 && n, OUT(list, ret * sizeof(*list))))
HOOK(int, getgrouplist, (const char *user, gid_t group, gid_t *list, int *n),
     (user, group, list, n), IN_STR(user) IN(n, sizeof(*n)),
     OUT_VAR(n) IF(ret >= 0, OUT(list, ret * sizeof(*list))))
HOOK(int, getresuid, (uid_t * r, uid_t *e, uid_t *s), (r, e, s), NOTHING,
     IF(!ret, OUT_VAR(r) OUT_VAR(e) OUT_VAR(s)))
HOOK(int, getresgid, (gid_t * r, gid_t *e, gid_t *s), (r, e, s), NOTHING,
     IF(!ret, OUT_VAR(r) OUT_VAR(e) OUT_VAR(s)))
HOOK(size_t, confstr, (int name, char *s, size_t n), (name, s, n), NOTHING,
     IF(ret &&n, OUT(s, ret < n ? ret : n)))

/* Signals; for handlers see signal.c. */
HOOK(int, sigemptyset, (sigset_t * set), (set), NOTHING, OUT_VAR(set))
HOOK(int, sigfillset, (sigset_t * set), (set), NOTHING, OUT_VAR(set))
HOOK(int, sigprocmask, (int how, const sigset_t *new, sigset_t *old),
     (how, new, old), IN(new, sizeof(*new)), IF(!ret && old, OUT_VAR(old)))
HOOK(int, pthread_sigmask, (int how, const sigset_t *new, sigset_t *old),
     (how, new, old), IN(new, sizeof(*new)), IF(!ret && old, OUT_VAR(old)))
HOOK(int, sigpending, (sigset_t * set), (set), NOTHING, IF(!ret, OUT_VAR(set)))
HOOK(int, sigwait, (const sigset_t *set, int *signal), (set, signal),
     IN(set, sizeof(*set)), IF(!ret, OUT_VAR(signal)))
HOOK(int, sigwaitinfo, (const sigset_t *set, siginfo_t *info), (set, info),
     IN(set, sizeof(*set)), IF(ret > 0 && info, OUT_VAR(info)))
HOOK(int, sigtimedwait,
     (const sigset_t *set, siginfo_t *info, const struct timespec *time),
     (set, info, time), IN(set, sizeof(*set)) IN(time, sizeof(*time)),
     IF(ret > 0 && info, OUT_VAR(info)))
HOOK(int, sigaltstack, (const stack_t *new, stack_t *old), (new, old),
     IF(new, IN(&new->ss_sp, sizeof(void *)) IN(&new->ss_flags, sizeof(int))),
     IF(!ret && old, OUT_VAR(old)))

/* Users and hosts */
HOOK(int, getpwnam_r,
     (const char *name, struct passwd *pw, char *buf, size_t n,
      struct passwd **result),
     (name, pw, buf, n, result), IN_STR(name),
     OUT_VAR(result) IF(!ret && *result, OUT_VAR(pw) OUT(buf, n)))
HOOK(int, getpwuid_r,
     (uid_t uid, struct passwd *pw, char *buf, size_t n,
      struct passwd **result),
     (uid, pw, buf, n, result), NOTHING,
     OUT_VAR(result) IF(!ret && *result, OUT_VAR(pw) OUT(buf, n)))
HOOK(int, getgrnam_r,
     (const char *name, struct group *gr, char *buf, size_t n,
      struct group **result),
     (name, gr, buf, n, result), IN_STR(name),
     OUT_VAR(result) IF(!ret && *result, OUT_VAR(gr) OUT(buf, n)))
HOOK(int, getgrgid_r,
     (gid_t gid, struct group *gr, char *buf, size_t n, struct group **result),
     (gid, gr, buf, n, result), NOTHING,
     OUT_VAR(result) IF(!ret && *result, OUT_VAR(gr) OUT(buf, n)))
HOOK(struct passwd *, getpwnam, (const char *name), (name), IN_STR(name),
     NOTHING)
HOOK(struct group *, getgrnam, (const char *name), (name), IN_STR(name),
     NOTHING)
HOOK(struct hostent *, gethostbyname, (const char *name), (name), IN_STR(name),
     NOTHING)
HOOK(int, gethostbyname_r,
     (const char *name, struct hostent *host, char *buf, size_t n,
      struct hostent **result, int *error),
     (name, host, buf, n, result, error), IN_STR(name),
     OUT_VAR(result) OUT_VAR(error)
	     IF(!ret && *result, OUT_VAR(host) OUT(buf, n)))
HOOK(int, getaddrinfo,
     (const char *node, const char *service, const struct addrinfo *hints,
      struct addrinfo **result),
     (node, service, hints, result),
     IN_STR(node) IN_STR(service)
	     IN(hints, offsetof(struct addrinfo, ai_addrlen)),
     IF(!ret, OUT_VAR(result)))
HOOK(int, getnameinfo,
     (const void *address, socklen_t length, char *host, socklen_t host_n,
      char *service, socklen_t service_n, int flags),
     (address, length, host, host_n, service, service_n, flags),
     IN(address, length),
     IF(!ret, IF(host_n, OUT_STR(host)) IF(service_n, OUT_STR(service))))
HOOK(int, getifaddrs, (void **list), (list), NOTHING, IF(!ret, OUT_VAR(list)))
HOOK(char *, if_indextoname, (unsigned int index, char *name), (index, name),
     NOTHING, OUT_STR(ret))
HOOK(int, inet_pton, (int family, const char *s, void *dst), (family, s, dst),
     IN_STR(s), IF(ret > 0, OUT(dst, family == AF_INET6 ? 16 : 4)))
HOOK(const char *, inet_ntop, (int family, const void *src, char *s, u32 n),
     (family, src, s, n), IN(src, family == AF_INET6 ? 16 : 4), OUT_STR(ret))
HOOK(int, inet_aton, (const char *s, void *dst), (s, dst), IN_STR(s),
     IF(ret, OUT(dst, 4)))
HOOK(u32, inet_addr, (const char *s), (s), IN_STR(s), NOTHING)

/* Environment, locale, encodings */
HOOK(char *, getenv, (const char *name), (name), IN_STR(name), NOTHING)
HOOK(char *, secure_getenv, (const char *name), (name), IN_STR(name), NOTHING)
HOOK(int, setenv, (const char *name, const char *value, int overwrite),
     (name, value, overwrite), IN_STR(name) IN_STR(value), NOTHING)
HOOK(int, putenv, (char *s), (s), IN_STR(s), NOTHING)
HOOK(char *, setlocale, (int category, const char *locale), (category, locale),
     IN_STR(locale), NOTHING)
HOOK(size_t, iconv,
     (iconv_t cd, char **in, size_t *in_left, char **out, size_t *out_left),
     (cd, in, in_left, out, out_left),
     IN(in, sizeof(*in)) IN(out, sizeof(*out));
     char *start = out ? *out : NULL;
     IF(in && *in && in_left, IN(*in, *in_left)),
     IF(out, OUT(start, *out - start)))
HOOK(int, regcomp, (regex_t * regex, const char *s, int flags),
     (regex, s, flags), IN_STR(s), OUT_VAR(regex))
HOOK(int, regexec,
     (const regex_t *regex, const char *s, size_t n, regmatch_t *match,
      int flags),
     (regex, s, n, match, flags), IF(!(flags & REG_STARTEND), IN_STR(s)),
     IF(!ret && !(regex->re_nsub == 0 && n == 0),
	OUT(match, n * sizeof(*match))))
HOOK(size_t, regerror, (int error, const regex_t *regex, char *s, size_t n),
     (error, regex, s, n), NOTHING, IF(n, OUT_STR(s)))
HOOK(int, glob,
     (const char *pattern, int flags, int (*error)(const char *, int),
      glob_t *result),
     (pattern, flags, error, result), IN_STR(pattern) CALLS_BACK,
     CALLS_BACK OUT_VAR(result))
HOOK(int, fnmatch, (const char *pattern, const char *s, int flags),
     (pattern, s, flags), IN_STR(pattern) IN_STR(s), NOTHING)

/* Random numbers with their state in the program's memory */
HOOK(int, rand_r, (unsigned int *seed), (seed), IN(seed, sizeof(*seed)),
     OUT_VAR(seed))
HOOK(double, erand48, (unsigned short *state), (state), IN(state, 6),
     OUT(state, 6))
HOOK(int, random_r, (struct random_data * data, int *result), (data, result),
     NOTHING, IF(!ret, OUT_VAR(result)))
HOOK(int, initstate_r,
     (unsigned int seed, char *state, size_t n, struct random_data *data),
     (seed, state, n, data), NOTHING, OUT(state, n) OUT_VAR(data))
HOOK(int, drand48_r, (struct drand48_data * data, double *result),
     (data, result), NOTHING, OUT_VAR(result))
HOOK(int, srand48_r, (long seed, struct drand48_data *data), (seed, data),
     NOTHING, OUT_VAR(data))

/* Mathematics with a second result */
#define MATH(type, suffix)                                                     \
	HOOK(type, modf##suffix, (type x, type * whole), (x, whole), NOTHING,  \
	     OUT_VAR(whole))                                                   \
	HOOK(type, frexp##suffix, (type x, int *exponent), (x, exponent),      \
	     NOTHING, OUT_VAR(exponent))                                       \
	HOOK(type, remquo##suffix, (type x, type y, int *quotient),            \
	     (x, y, quotient), NOTHING, OUT_VAR(quotient))                     \
	HOOK(type, lgamma##suffix##_r, (type x, int *sign), (x, sign),         \
	     NOTHING, OUT_VAR(sign))                                           \
	HOOK_VOID(sincos##suffix, (type x, type * s, type * c), (x, s, c),     \
		  NOTHING, OUT_VAR(s) OUT_VAR(c))

MATH(double, )
MATH(float, f)
MATH(long double, l)
HOOK(int, fegetenv, (fenv_t * env), (env), NOTHING, IF(!ret, OUT_VAR(env)))
HOOK(int, feholdexcept, (fenv_t * env), (env), NOTHING, IF(!ret, OUT_VAR(env)))

/*
 * Modules come and go.  dlopen() and dlsym() look at who calls them, so these
 * are not taken over; a module that was loaded is noticed when its code shows.
 */
HOOK(int, dlclose, (void *handle), (handle), CALLS_BACK,
     CALLS_BACK kmsan_modules_changed();)
HOOK(int, dladdr, (const void *address, Dl_info *info), (address, info),
     NOTHING, IF(ret, OUT_VAR(info)))
