// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * intercept-syscall.c - syscall(), by number.
 */
#include <poll.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <sys/sysinfo.h>
#include <sys/time.h>
#include <sys/times.h>
#include <sys/timex.h>
#include <sys/utsname.h>
#include <time.h>

#include "intercept.h"
#include "init.h"

/*
 * What a system call does with the memory at one of its arguments, 0 to 5.  It
 * writes only if it succeeds.
 */
enum effect_kind {
	/* reads or writes @size bytes */
	EFFECT_IN = 1,
	EFFECT_OUT,
	/* as many units of @size as argument @by says */
	EFFECT_IN_BY,
	EFFECT_OUT_BY,
	/* as many units of @size as the result says */
	EFFECT_OUT_RET,
	EFFECT_STRING,
	/* an iovec with as many elements as argument @by says */
	EFFECT_VECTOR_IN,
	EFFECT_VECTOR_OUT,
	/* memory of the process is unmapped; argument @by is its length */
	EFFECT_CLEAN,
	/*
	 * an address of a socket, with its length, or a pointer to it, in @by
	 */
	EFFECT_ADDRESS_IN,
};

struct effect {
	unsigned char kind, arg, by;
	unsigned short size;
};

#define READS(arg, type) {EFFECT_IN, arg, 0, sizeof(type)}
#define WRITES(arg, type) {EFFECT_OUT, arg, 0, sizeof(type)}
#define READS_BY(arg, by) {EFFECT_IN_BY, arg, by, 1}
#define WRITES_BY(arg, by) {EFFECT_OUT_BY, arg, by, 1}
#define WRITES_EACH(arg, by, type) {EFFECT_OUT_BY, arg, by, sizeof(type)}
#define WRITES_RESULT(arg) {EFFECT_OUT_RET, arg, 0, 1}
#define WRITES_RESULTS(arg, type) {EFFECT_OUT_RET, arg, 0, sizeof(type)}
#define STRING(arg) {EFFECT_STRING, arg, 0, 0}
#define READS_VECTOR(arg, by) {EFFECT_VECTOR_IN, arg, by, 0}
#define WRITES_VECTOR(arg, by) {EFFECT_VECTOR_OUT, arg, by, 0}
#define CLEANS(arg, by) {EFFECT_CLEAN, arg, by, 0}
#define READS_ADDRESS(arg, by) {EFFECT_ADDRESS_IN, arg, by, 0}

/* The system's type for a set of signals, whose size is passed as well. */
typedef unsigned long system_sigset;

static const struct system_call {
	short nr;
	struct effect effects[4];
} system_calls[] = {
	/* descriptors */
	{SYS_read, {WRITES_RESULT(1)}},
	{SYS_pread64, {WRITES_RESULT(1)}},
	{SYS_readv, {WRITES_VECTOR(1, 2)}},
	{SYS_preadv, {WRITES_VECTOR(1, 2)}},
	{SYS_preadv2, {WRITES_VECTOR(1, 2)}},
	{SYS_process_vm_readv, {WRITES_VECTOR(1, 2)}},
	{SYS_write, {READS_BY(1, 2)}},
	{SYS_pwrite64, {READS_BY(1, 2)}},
	{SYS_writev, {READS_VECTOR(1, 2)}},
	{SYS_pwritev, {READS_VECTOR(1, 2)}},
	{SYS_pwritev2, {READS_VECTOR(1, 2)}},
	{SYS_process_vm_writev, {READS_VECTOR(1, 2)}},
	{SYS_sendfile, {WRITES(2, off_t)}},
	{SYS_copy_file_range, {WRITES(1, off_t), WRITES(3, off_t)}},
	{SYS_splice, {WRITES(1, off_t), WRITES(3, off_t)}},
	{SYS_pipe, {WRITES(0, int[2])}},
	{SYS_pipe2, {WRITES(0, int[2])}},
	{SYS_getdents, {WRITES_RESULT(1)}},
	{SYS_getdents64, {WRITES_RESULT(1)}},
	{SYS_epoll_wait, {WRITES_RESULTS(1, struct epoll_event)}},
	{SYS_epoll_pwait, {WRITES_RESULTS(1, struct epoll_event)}},
	{SYS_epoll_pwait2, {WRITES_RESULTS(1, struct epoll_event)}},
	{SYS_poll, {WRITES_EACH(0, 1, struct pollfd)}},
	{SYS_ppoll, {WRITES_EACH(0, 1, struct pollfd)}},
	/* sockets */
	{SYS_socketpair, {WRITES(3, int[2])}},
	{SYS_bind, {READS_ADDRESS(1, 2)}},
	{SYS_connect, {READS_ADDRESS(1, 2)}},
	{SYS_sendto, {READS_BY(1, 2), READS_ADDRESS(4, 5)}},
	{SYS_recvfrom, {WRITES_RESULT(1)}},
	/* names */
	{SYS_open, {STRING(0)}},
	{SYS_openat, {STRING(1)}},
	{SYS_openat2, {STRING(1), READS_BY(2, 3)}},
	{SYS_access, {STRING(0)}},
	{SYS_faccessat, {STRING(1)}},
	{SYS_faccessat2, {STRING(1)}},
	{SYS_chdir, {STRING(0)}},
	{SYS_mkdir, {STRING(0)}},
	{SYS_mkdirat, {STRING(1)}},
	{SYS_rmdir, {STRING(0)}},
	{SYS_unlink, {STRING(0)}},
	{SYS_unlinkat, {STRING(1)}},
	{SYS_rename, {STRING(0), STRING(1)}},
	{SYS_renameat, {STRING(1), STRING(3)}},
	{SYS_renameat2, {STRING(1), STRING(3)}},
	{SYS_link, {STRING(0), STRING(1)}},
	{SYS_linkat, {STRING(1), STRING(3)}},
	{SYS_symlink, {STRING(0), STRING(1)}},
	{SYS_symlinkat, {STRING(0), STRING(2)}},
	{SYS_memfd_create, {STRING(0)}},
	{SYS_pivot_root, {STRING(0), STRING(1)}},
	{SYS_execve, {STRING(0)}},
	{SYS_execveat, {STRING(1)}},
	{SYS_stat, {STRING(0), WRITES(1, struct stat)}},
	{SYS_lstat, {STRING(0), WRITES(1, struct stat)}},
	{SYS_fstat, {WRITES(1, struct stat)}},
	{SYS_newfstatat, {STRING(1), WRITES(2, struct stat)}},
	{SYS_statx, {STRING(1), WRITES(4, struct statx)}},
	{SYS_statfs, {STRING(0), WRITES(1, struct statfs)}},
	{SYS_fstatfs, {WRITES(1, struct statfs)}},
	{SYS_readlink, {STRING(0), WRITES_RESULT(1)}},
	{SYS_readlinkat, {STRING(1), WRITES_RESULT(2)}},
	{SYS_getcwd, {WRITES_RESULT(0)}},
	{SYS_getxattr, {STRING(0), STRING(1), WRITES_RESULT(2)}},
	{SYS_lgetxattr, {STRING(0), STRING(1), WRITES_RESULT(2)}},
	{SYS_fgetxattr, {STRING(1), WRITES_RESULT(2)}},
	{SYS_listxattr, {STRING(0), WRITES_RESULT(1)}},
	{SYS_llistxattr, {STRING(0), WRITES_RESULT(1)}},
	{SYS_flistxattr, {WRITES_RESULT(1)}},
	/* time */
	{SYS_time, {WRITES(0, time_t)}},
	{SYS_gettimeofday, {WRITES(0, struct timeval)}},
	{SYS_clock_gettime, {WRITES(1, struct timespec)}},
	{SYS_clock_getres, {WRITES(1, struct timespec)}},
	{SYS_clock_adjtime, {WRITES(1, struct timex)}},
	{SYS_adjtimex, {WRITES(0, struct timex)}},
	{SYS_nanosleep, {READS(0, struct timespec)}},
	{SYS_getitimer, {WRITES(1, struct itimerval)}},
	{SYS_setitimer,
	 {READS(1, struct itimerval), WRITES(2, struct itimerval)}},
	{SYS_timer_create, {WRITES(2, int)}},
	{SYS_timer_gettime, {WRITES(1, struct itimerspec)}},
	{SYS_timer_settime,
	 {READS(2, struct itimerspec), WRITES(3, struct itimerspec)}},
	{SYS_timerfd_gettime, {WRITES(1, struct itimerspec)}},
	{SYS_timerfd_settime,
	 {READS(2, struct itimerspec), WRITES(3, struct itimerspec)}},
	{SYS_times, {WRITES(0, struct tms)}},
	/* processes and the system */
	{SYS_uname, {WRITES(0, struct utsname)}},
	{SYS_sysinfo, {WRITES(0, struct sysinfo)}},
	{SYS_getcpu, {WRITES(0, int), WRITES(1, int)}},
	{SYS_getrandom, {WRITES_RESULT(0)}},
	{SYS_getrusage, {WRITES(1, struct rusage)}},
	{SYS_getrlimit, {WRITES(1, struct rlimit)}},
	{SYS_setrlimit, {READS(1, struct rlimit)}},
	{SYS_prlimit64, {READS(2, struct rlimit), WRITES(3, struct rlimit)}},
	{SYS_wait4, {WRITES(1, int), WRITES(3, struct rusage)}},
	{SYS_waitid, {WRITES(2, siginfo_t), WRITES(4, struct rusage)}},
	{SYS_getgroups, {WRITES_RESULTS(1, gid_t)}},
	{SYS_getresuid, {WRITES(0, uid_t), WRITES(1, uid_t), WRITES(2, uid_t)}},
	{SYS_getresgid, {WRITES(0, gid_t), WRITES(1, gid_t), WRITES(2, gid_t)}},
	{SYS_sched_getparam, {WRITES(1, int)}},
	{SYS_sched_getaffinity, {WRITES_RESULT(2)}},
	{SYS_sched_setaffinity, {READS_BY(2, 1)}},
	{SYS_sched_getattr, {WRITES_BY(1, 2)}},
	{SYS_sched_rr_get_interval, {WRITES(1, struct timespec)}},
	{SYS_get_mempolicy, {WRITES(0, int)}},
	{SYS_move_pages, {WRITES_EACH(4, 1, int)}},
	{SYS_get_robust_list, {WRITES(1, void *), WRITES(2, size_t)}},
	{SYS_capget, {READS(0, u32[2]), WRITES(1, u32[6])}},
	{SYS_io_uring_setup, {WRITES(1, u32[30])}},
	{SYS_io_setup, {WRITES(1, void *)}},
	{SYS_io_getevents, {WRITES_RESULTS(3, u64[4])}},
	{SYS_io_pgetevents, {WRITES_RESULTS(3, u64[4])}},
	{SYS_mq_timedreceive, {WRITES_RESULT(1), WRITES(3, int)}},
	{SYS_mq_timedsend, {READS_BY(1, 2)}},
	/* signals */
	{SYS_rt_sigprocmask, {READS_BY(1, 3), WRITES_BY(2, 3)}},
	{SYS_rt_sigpending, {WRITES_BY(0, 1)}},
	{SYS_rt_sigtimedwait,
	 {READS(0, system_sigset), WRITES(1, siginfo_t)}},
	{SYS_sigaltstack, {WRITES(1, stack_t)}},
	/* memory */
	{SYS_munmap, {CLEANS(0, 1)}},
};

static const struct system_call *find_call(long nr)
{
	for (size_t i = 0; i < ARRAY_SIZE(system_calls); i++)
		if (system_calls[i].nr == nr)
			return &system_calls[i];
	return NULL;
}

static void effect_before(const struct effect *e, const long *args,
			  struct kmsan_hook hook)
{
	const void *ptr = (const void *)args[e->arg];
	size_t nr = args[e->by];

	switch (e->kind) {
	case EFFECT_IN:
		IN(ptr, e->size)
		break;
	case EFFECT_IN_BY:
		IN(ptr, nr * e->size)
		break;
	case EFFECT_STRING:
		IN_STR(ptr)
		break;
	case EFFECT_VECTOR_IN:
		IN_VECTOR(ptr, nr)
		break;
	case EFFECT_ADDRESS_IN:
		IN_ADDRESS(ptr, nr)
		break;
	}
}

static void effect_after(const struct effect *e, const long *args, long ret)
{
	void *ptr = (void *)args[e->arg];
	size_t nr = args[e->by];

	switch (e->kind) {
	case EFFECT_OUT:
		OUT(ptr, e->size)
		break;
	case EFFECT_OUT_BY:
		OUT(ptr, nr * e->size)
		break;
	case EFFECT_OUT_RET:
		OUT(ptr, (size_t)ret * e->size)
		break;
	case EFFECT_VECTOR_OUT:
		OUT_VECTOR(ptr, nr)
		break;
	case EFFECT_CLEAN:
		OUT(ptr, ALIGN_UP(nr, KMSAN_PAGE_SIZE))
		break;
	}
}

/* Without room, a size is returned and nothing written. */
static bool wrote_nothing(long nr, const long *args)
{
	switch (nr) {
	case SYS_getxattr:
	case SYS_lgetxattr:
	case SYS_fgetxattr:
		return !args[3];
	case SYS_listxattr:
	case SYS_llistxattr:
	case SYS_flistxattr:
		return !args[2];
	case SYS_getgroups:
		return !args[0];
	}
	return false;
}

KMSAN_HOOK(long, syscall,
	   (long nr, long a, long b, long c, long d, long e, long f))
{
	struct kmsan_hook hook = KMSAN_THIS_HOOK;
	const struct system_call *call = find_call(nr);
	const long args[] = {a, b, c, d, e, f};
	long ret;

	/* The exit status is ours, and mappings have hooks of their own. */
	if (nr == SYS_exit_group)
		a = kmsan_exit_status(a);
	if (nr == SYS_mmap)
		return (long)mmap((void *)a, b, c, d, e, f);
	if (nr == SYS_mremap)
		return (long)mremap((void *)a, b, c, d, (void *)e);
	if (call && hook.kind != KMSAN_CALLER_RUNTIME)
		for (size_t i = 0; i < ARRAY_SIZE(call->effects); i++)
			effect_before(&call->effects[i], args, hook);
	ret = KMSAN_REAL(syscall)(nr, a, b, c, d, e, f);
	if (!call || ret == -1 || wrote_nothing(nr, args))
		return ret;
	for (size_t i = 0; i < ARRAY_SIZE(call->effects); i++)
		effect_after(&call->effects[i], args, ret);
	return ret;
}
