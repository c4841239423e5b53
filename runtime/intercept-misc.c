// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * intercept-misc.c - hooks for the rest of the C library: time, processes,
 * signals, environment, modules.
 *
 * Results in the library's own memory are clean anyway.
 */
#include <dlfcn.h>
#include <link.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
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
 * What is read of a struct tm.  mktime() computes the day of the week and of
 * the year itself; asctime() needs the former; what strftime() reads depends on
 * its format, which is not followed here.
 */
#define TM_DATE_SIZE offsetof(struct tm, tm_wday)
#define TM_PRINTED_SIZE offsetof(struct tm, tm_yday)

/* Type, name, parameters, arguments; what is read; what is written. */

/* Time */
HOOK(time_t, time, (time_t * now), (now), NOTHING, IF(now, OUT_VAR(now)))
HOOK(int, gettimeofday, (struct timeval * now, void *zone), (now, zone),
     NOTHING, OUT_VAR(now) OUT(zone, sizeof(struct timezone)))
ALSO(gettimeofday, __gettimeofday)
HOOK(int, clock_gettime, (clockid_t clock, struct timespec *now), (clock, now),
     NOTHING, IF(!ret, OUT_VAR(now)))
HOOK(int, ftime, (struct timeb * now), (now), NOTHING, IF(!ret, OUT_VAR(now)))
HOOK(int, clock_getres, (clockid_t clock, struct timespec *now), (clock, now),
     NOTHING, IF(!ret, OUT_VAR(now)))
HOOK(int, clock_getcpuclockid, (pid_t pid, clockid_t *clock), (pid, clock),
     NOTHING, IF(!ret, OUT_VAR(clock)))
HOOK(int, timespec_getres, (struct timespec * now, int base), (now, base),
     NOTHING, IF(ret, OUT_VAR(now)))
HOOK(int, sched_rr_get_interval, (pid_t pid, struct timespec *time),
     (pid, time), NOTHING, IF(!ret, OUT_VAR(time)))
HOOK(int, timespec_get, (struct timespec * now, int base), (now, base), NOTHING,
     IF(ret, OUT_VAR(now)))
HOOK(int, nanosleep, (const struct timespec *time, struct timespec *rest),
     (time, rest), IN(time, sizeof(*time)), IF(ret, OUT_VAR(rest)))
ALSO(nanosleep, __nanosleep)
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
ALSO(gmtime_r, __gmtime_r)
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
HOOK_L(size_t, strftime,
       (char *s, size_t n, const char *format, const struct tm *tm),
       (s, n, format, tm), IN_STR(format), IF(ret, OUT(s, ret + 1)))
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

#define OUT_TIMEX IF(ret >= 0, OUT_VAR(buf))
HOOK(int, adjtimex, (struct timex * buf), (buf), IN_VAR(&buf->modes), OUT_TIMEX)
ALSO(adjtimex, __adjtimex)
ALSO(adjtimex, ntp_adjtime)
HOOK(int, clock_adjtime, (clockid_t clock, struct timex *buf), (clock, buf),
     IN_VAR(&buf->modes), OUT_TIMEX)
HOOK(int, ntp_gettime, (struct ntptimeval * buf), (buf), NOTHING,
     IF(ret >= 0, OUT(buf, offsetof(struct ntptimeval, __glibc_reserved1))))
HOOK(int, ntp_gettimex, (struct ntptimeval * buf), (buf), NOTHING,
     IF(ret >= 0, OUT_VAR(buf)))
HOOK(int, adjtime, (const struct timeval *new, struct timeval *old), (new, old),
     IN_VAR(new), IF(!ret, OUT_VAR(old)))
HOOK(int, settimeofday, (const struct timeval *time, const void *zone),
     (time, zone), IN_VAR(time), NOTHING)
HOOK(int, clock_settime, (clockid_t clock, const struct timespec *time),
     (clock, time), IN_VAR(time), NOTHING)
HOOK(int, getdate_r, (const char *s, struct tm *tm), (s, tm), IN_STR(s),
     IF(!ret, OUT_VAR(tm)))

/*
 * strptime() writes the fields that its format names, and those that follow
 * from them and from what was there.  So it is called twice more, with two
 * values for all that is not initialised: fields that depend on it differ.  The
 * years, 1900 and 1904, differ in length, and whichever of these days, months
 * and years are chosen, the days of the week differ.
 */
static void fill_uninitialised(struct tm *to, const struct tm *from, int which)
{
	const char *bytes = (const char *)from;

	for (size_t i = 0; i < sizeof(*to); i++) {
		int value = i == offsetof(struct tm, tm_year) ? 4 * which
							      : 2 + which;

		((char *)to)[i] = kmsan_first_poisoned(bytes + i, 1) ? bytes[i]
				  : i % sizeof(int)		     ? 0
								     : value;
	}
}

static void out_determined(struct tm *tm, const struct tm *a,
			   const struct tm *b)
{
	for (size_t i = 0; i < sizeof(*tm); i += sizeof(int))
		if (!kmsan_raw_memcmp((const char *)a + i, (const char *)b + i,
				      sizeof(int)))
			OUT((char *)tm + i, sizeof(int))
}

#define STRPTIME(name, params, args)                                           \
	HOOK(char *, name,                                                     \
	     (const char *s, const char *format,                               \
	      struct tm *tm UNPAREN params),                                   \
	     (s, format, tm UNPAREN args),                                     \
	     IN_STR(s) IN_STR(format) struct tm a;                             \
	     struct tm b; fill_uninitialised(&a, tm, 0);                       \
	     fill_uninitialised(&b, tm, 1);                                    \
	     KMSAN_REAL(name)(s, format, &a UNPAREN args);                     \
	     KMSAN_REAL(name)(s, format, &b UNPAREN args);                     \
	     , out_determined(tm, &a, &b);)
STRPTIME(strptime, (), ())
STRPTIME(strptime_l, (, void *locale), (, locale))

/* Processes and resources */
HOOK(pid_t, wait, (int *status), (status), NOTHING,
     IF(ret > 0 && status, OUT_VAR(status)))
ALSO(wait, __wait)
HOOK(pid_t, waitpid, (pid_t pid, int *status, int options),
     (pid, status, options), NOTHING, IF(ret > 0 && status, OUT_VAR(status)))
ALSO(waitpid, __waitpid)
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
HOOK(int, execveat,
     (int dir, const char *path, char *const *argv, char *const *envp,
      int flags),
     (dir, path, argv, envp, flags), IN_STR(path) IN_VAR(argv), NOTHING)
HOOK(int, posix_spawn,
     (pid_t * pid, const char *path, const void *actions, const void *attr,
      char *const *argv, char *const *envp),
     (pid, path, actions, attr, argv, envp), IN_STR(path), OUT_VAR(pid))
HOOK(int, posix_spawnp,
     (pid_t * pid, const char *path, const void *actions, const void *attr,
      char *const *argv, char *const *envp),
     (pid, path, actions, attr, argv, envp), IN_STR(path), OUT_VAR(pid))
#if __GLIBC_PREREQ(2, 39)
HOOK(int, pidfd_spawn,
     (int *fd, const char *path, const void *actions, const void *attr,
      char *const *argv, char *const *envp),
     (fd, path, actions, attr, argv, envp), IN_STR(path), IF(!ret, OUT_VAR(fd)))
HOOK(int, pidfd_spawnp,
     (int *fd, const char *path, const void *actions, const void *attr,
      char *const *argv, char *const *envp),
     (fd, path, actions, attr, argv, envp), IN_STR(path), IF(!ret, OUT_VAR(fd)))
HOOK(int, posix_spawnattr_getcgroup_np,
     (const posix_spawnattr_t *attr, int *to), (attr, to), NOTHING,
     IF(!ret, OUT_VAR(to)))
#endif
#if __GLIBC_PREREQ(2, 41)
HOOK(int, sched_getattr,
     (pid_t pid, void *attr, unsigned int size, unsigned int flags),
     (pid, attr, size, flags), NOTHING, IF(!ret, OUT(attr, size)))
#endif
HOOK(int, posix_spawn_file_actions_init, (posix_spawn_file_actions_t * actions),
     (actions), NOTHING, OUT_VAR(actions))
HOOK(int, posix_spawnattr_init, (posix_spawnattr_t * attr), (attr), NOTHING,
     OUT_VAR(attr))
HOOK(int, system, (const char *command), (command), IN_STR(command), NOTHING)
HOOK_64(int, getrlimit, (int resource, struct rlimit *limit), (resource, limit),
	NOTHING, IF(!ret, OUT_VAR(limit)))
HOOK_64(int, setrlimit, (int resource, const struct rlimit *limit),
	(resource, limit), IN(limit, sizeof(*limit)), NOTHING)
HOOK_64(int, prlimit,
	(pid_t pid, int resource, const struct rlimit *new, struct rlimit *old),
	(pid, resource, new, old), IN_VAR(new), IF(!ret, OUT_VAR(old)))
HOOK(int, capget, (const void *head, void *data), (head, data), IN(head, 8),
     IF(!ret, OUT(data, *(const u32 *)head == 0x19980330 ? 12 : 24)))
HOOK(int, backtrace, (void **buf, int n), (buf, n), NOTHING,
     OUT(buf, ret * sizeof(*buf)))
ALSO(backtrace, __backtrace)
HOOK(int, getrusage, (int who, struct rusage *usage), (who, usage), NOTHING,
     IF(!ret, OUT_VAR(usage)))
HOOK(clock_t, times, (struct tms * buf), (buf), NOTHING, OUT_VAR(buf))
HOOK(int, uname, (struct utsname * name), (name), NOTHING,
     IF(!ret, OUT_VAR(name)))
HOOK(int, sysinfo, (struct sysinfo * info), (info), NOTHING,
     IF(!ret, OUT_VAR(info)))
HOOK(int, getloadavg, (double *load, int n), (load, n), NOTHING,
     IF(ret > 0, OUT(load, ret * sizeof(*load))))
HOOK(int, sched_getaffinity, (pid_t pid, size_t size, cpu_set_t *set),
     (pid, size, set), NOTHING, IF(!ret, OUT(set, size)))
HOOK(int, sched_getparam, (pid_t pid, struct sched_param *param), (pid, param),
     NOTHING, IF(!ret, OUT_VAR(param)))
ALSO(sched_getparam, __sched_getparam)
HOOK(int, getcpu, (unsigned int *cpu, unsigned int *node), (cpu, node), NOTHING,
     IF(!ret, IF(cpu, OUT_VAR(cpu)) IF(node, OUT_VAR(node))))
HOOK_CHK(int, getgroups, (int n, gid_t *list), (n, list), NOTHING,
	 IF(ret > 0 && n, OUT(list, ret * sizeof(*list))))
HOOK(int, getresuid, (uid_t * r, uid_t *e, uid_t *s), (r, e, s), NOTHING,
     IF(!ret, OUT_VAR(r) OUT_VAR(e) OUT_VAR(s)))
HOOK(int, getresgid, (gid_t * r, gid_t *e, gid_t *s), (r, e, s), NOTHING,
     IF(!ret, OUT_VAR(r) OUT_VAR(e) OUT_VAR(s)))

HOOK(int, posix_spawnattr_getflags, (const posix_spawnattr_t *attr, short *to),
     (attr, to), NOTHING, IF(!ret, OUT_VAR(to)))
HOOK(int, posix_spawnattr_getpgroup, (const posix_spawnattr_t *attr, pid_t *to),
     (attr, to), NOTHING, IF(!ret, OUT_VAR(to)))
HOOK(int, posix_spawnattr_getsigdefault,
     (const posix_spawnattr_t *attr, sigset_t *to), (attr, to), NOTHING,
     IF(!ret, OUT_VAR(to)))
HOOK(int, posix_spawnattr_getsigmask,
     (const posix_spawnattr_t *attr, sigset_t *to), (attr, to), NOTHING,
     IF(!ret, OUT_VAR(to)))
HOOK(int, posix_spawnattr_getschedpolicy,
     (const posix_spawnattr_t *attr, int *to), (attr, to), NOTHING,
     IF(!ret, OUT_VAR(to)))
HOOK(int, posix_spawnattr_getschedparam,
     (const posix_spawnattr_t *attr, struct sched_param *to), (attr, to),
     NOTHING, IF(!ret, OUT_VAR(to)))

/* Signals; for handlers see signal.c.  The system's set is a word. */
#define IN_SET(set) IN(set, sizeof(kmsan_sigset_t))
HOOK(int, sigemptyset, (sigset_t * set), (set), NOTHING, OUT_VAR(set))
HOOK(int, sigfillset, (sigset_t * set), (set), NOTHING, OUT_VAR(set))
HOOK(int, sigorset, (sigset_t * set, const sigset_t *a, const sigset_t *b),
     (set, a, b), NOTHING, OUT_VAR(set))
HOOK(int, sigandset, (sigset_t * set, const sigset_t *a, const sigset_t *b),
     (set, a, b), NOTHING, OUT_VAR(set))
HOOK(int, sigprocmask, (int how, const sigset_t *new, sigset_t *old),
     (how, new, old), IN_SET(new), IF(!ret && old, OUT_VAR(old)))
HOOK(int, pthread_sigmask, (int how, const sigset_t *new, sigset_t *old),
     (how, new, old), IN_SET(new), IF(!ret && old, OUT_VAR(old)))
HOOK(int, sigpending, (sigset_t * set), (set), NOTHING, IF(!ret, OUT_VAR(set)))
HOOK(int, sigwait, (const sigset_t *set, int *signal), (set, signal),
     IN_SET(set), IF(!ret, OUT_VAR(signal)))
HOOK(int, sigwaitinfo, (const sigset_t *set, siginfo_t *info), (set, info),
     IN_SET(set), IF(ret > 0 && info, OUT_VAR(info)))
HOOK(int, sigtimedwait,
     (const sigset_t *set, siginfo_t *info, const struct timespec *time),
     (set, info, time), IN_SET(set) IN(time, sizeof(*time)),
     IF(ret > 0 && info, OUT_VAR(info)))
HOOK(int, sigaltstack, (const stack_t *new, stack_t *old), (new, old),
     IF(new, IN(&new->ss_sp, sizeof(void *)) IN(&new->ss_flags, sizeof(int))),
     IF(!ret && old, OUT_VAR(old)))

/* Environment, locale, encodings */
HOOK(char *, getenv, (const char *name), (name), IN_STR(name), NOTHING)
HOOK(char *, secure_getenv, (const char *name), (name), IN_STR(name), NOTHING)
HOOK(int, setenv, (const char *name, const char *value, int overwrite),
     (name, value, overwrite), IN_STR(name) IN_STR(value), NOTHING)
HOOK(int, putenv, (char *s), (s), IN_STR(s), NOTHING)
HOOK(char *, setlocale, (int category, const char *locale), (category, locale),
     IN_STR(locale), NOTHING)

/*
 * Modules come and go.  dlopen() and dlsym() look at their caller, so they are
 * not intercepted; a new module is noticed when its code calls the runtime.
 */
HOOK(int, dlclose, (void *handle), (handle), CALLS_BACK,
     CALLS_BACK kmsan_modules_changed();)
HOOK(int, dladdr, (const void *address, Dl_info *info), (address, info),
     NOTHING, IF(ret, OUT_VAR(info)))
HOOK(int, dladdr1,
     (const void *address, Dl_info *info, void **extra, int flags),
     (address, info, extra, flags), NOTHING,
     IF(ret, OUT_VAR(info) IF(flags, OUT_VAR(extra))))
HOOK(int, _dl_find_object, (void *pc, struct dl_find_object *object),
     (pc, object), NOTHING, IF(!ret, OUT_VAR(object)))
