// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Steps with processes, threads, signals and tracing.
 */
#include "exercise.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <setjmp.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/sysinfo.h>
#include <sys/times.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define N_EXECS 200

static int fork_exec(const char *dir)
{
	char *const argv[] = {"exercise", "nothing", NULL};
	char *const envp[] = {"A=1", "LONG=abcdefghijklmnopqrstuvwxyz", NULL};
	volatile int i;
	pid_t pid;

	(void)dir;
	for (i = 0; i < N_EXECS; i++) {
		pid = i % 2 ? fork() : vfork();
		TRY(pid >= 0);
		if (!pid) {
			execve("/proc/self/exe", argv, envp);
			_exit(1);
		}
		TRY(reap(pid) == 0);
	}
	return DONE;
}

static int wait_all(const char *dir)
{
	struct rusage usage;
	siginfo_t info;
	int status;
	pid_t pid;

	(void)dir;
	pid = fork();
	TRY(pid >= 0);
	if (!pid) {
		setsid();
		setpgid(0, 0);
		_exit(3);
	}
	TRY(!waitid(P_PID, pid, &info, WEXITED | WNOWAIT));
	TRY(info.si_status == 3);
	TRY(wait4(pid, &status, 0, &usage) == pid);
	pid = fork();
	TRY(pid >= 0);
	if (!pid) {
		for (;;)
			pause();
	}
	TRY(!kill(pid, SIGSTOP));
	TRY(waitpid(pid, &status, WUNTRACED) == pid && WIFSTOPPED(status));
	TRY(!kill(pid, SIGCONT));
	TRY(waitpid(pid, &status, WCONTINUED) == pid);
	TRY(!kill(pid, SIGTERM));
	TRY(waitpid(pid, &status, 0) == pid && WIFSIGNALED(status));
	return DONE;
}

static int identity(const char *dir)
{
	struct sched_param param;
	struct utsname name;
	struct sysinfo info;
	struct rusage usage;
	struct rlimit limit;
	gid_t groups[32];
	char comm[16];
	cpu_set_t set;
	struct tms t;

	(void)dir;
	TRY(!uname(&name) && name.sysname[0]);
	TRY(!sysinfo(&info) && info.totalram);
	TRY(!getrusage(RUSAGE_SELF, &usage));
	TRY(!getrusage(RUSAGE_CHILDREN, &usage));
	TRY(times(&t) != (clock_t)-1);
	for (int i = 0; i < RLIM_NLIMITS; i++) {
		TRY(!getrlimit(i, &limit));
		TRY(!setrlimit(i, &limit));
	}
	TRY(!prctl(PR_SET_NAME, "exercised"));
	TRY(!prctl(PR_GET_NAME, comm) && !strcmp(comm, "exercised"));
	TRY(!sched_getaffinity(0, sizeof(set), &set));
	TRY(!sched_setaffinity(0, sizeof(set), &set));
	TRY(!sched_getparam(0, &param));
	TRY(sched_getscheduler(0) == SCHED_OTHER);
	param.sched_priority = 1;
	TRY(!sched_setscheduler(0, SCHED_FIFO, &param));
	param.sched_priority = 0;
	TRY(!sched_setscheduler(0, SCHED_OTHER, &param));
	TRY(!setpriority(PRIO_PROCESS, 0, 5));
	TRY(getpriority(PRIO_PROCESS, 0) == 5);
	TRY(getgroups(32, groups) >= 0);
	TRY(getsid(0) >= 0 && getpgid(0) >= 0);
	return DONE;
}

static volatile sig_atomic_t caught;
static volatile int sent_value;
static sigjmp_buf escape;

static void on_signal(int sig, siginfo_t *info, void *context)
{
	(void)context;
	caught++;
	sent_value = sig == SIGUSR2 ? info->si_value.sival_int : 0;
}

static void on_fault(int sig)
{
	siglongjmp(escape, sig);
}

/* Signals on a stack of their own, with floating point on both sides. */
static int signals(const char *dir)
{
	static char stack[65536];
	stack_t alternative = {.ss_sp = stack, .ss_size = sizeof(stack)};
	struct sigaction act = {.sa_sigaction = on_signal,
				.sa_flags = SA_SIGINFO | SA_ONSTACK};
	struct timespec brief = {.tv_nsec = 1000000};
	union sigval value = {.sival_int = 42};
	volatile double x = 2;
	siginfo_t info;
	sigset_t set;

	(void)dir;
	TRY(!sigaltstack(&alternative, NULL));
	TRY(!sigaction(SIGUSR1, &act, NULL));
	TRY(!sigaction(SIGUSR2, &act, NULL));
	for (int i = 0; i < 50; i++) {
		x = x / 3 + i;
		TRY(!raise(SIGUSR1));
	}
	TRY(caught == 50);
	TRY(!sigqueue(getpid(), SIGUSR2, value));
	TRY(caught == 51 && sent_value == 42);
	TRY(!sigaltstack(NULL, &alternative));
	sigemptyset(&set);
	sigaddset(&set, SIGUSR1);
	TRY(!sigprocmask(SIG_BLOCK, &set, NULL));
	TRY(!raise(SIGUSR1));
	TRY(!sigpending(&set) && sigismember(&set, SIGUSR1));
	TRY(sigtimedwait(&set, &info, &brief) == SIGUSR1);
	TRY(info.si_pid == getpid());
	TRY(sigtimedwait(&set, &info, &brief) < 0 && errno == EAGAIN);
	return DONE;
}

static int faults(const char *dir)
{
	struct sigaction act = {.sa_handler = on_fault};
	void *volatile nowhere = (void *)16;
	volatile int zero = 0;

	(void)dir;
	TRY(!sigaction(SIGSEGV, &act, NULL));
	TRY(!sigaction(SIGFPE, &act, NULL));
	TRY(!sigaction(SIGILL, &act, NULL));
	TRY(!sigaction(SIGTRAP, &act, NULL));
	if (!sigsetjmp(escape, 1)) {
		*(volatile int *)nowhere = 1;
		return FAILED;
	}
	if (!sigsetjmp(escape, 1)) {
		caught = 7 / zero;
		return FAILED;
	}
	if (!sigsetjmp(escape, 1)) {
		__asm__ volatile("ud2");
		return FAILED;
	}
	if (!sigsetjmp(escape, 1)) {
		__asm__ volatile("int3");
		return FAILED;
	}
	/* A bad address in a system call does not raise a signal. */
	TRY(write(1, nowhere, 1) < 0 && errno == EFAULT);
	TRY(read(open("/proc/self/stat", O_RDONLY), nowhere, 1) < 0);
	return DONE;
}

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static pthread_barrier_t barrier;
static int turn;
static int futex_word;

static void *take_turns(void *arg)
{
	int me = (int)(intptr_t)arg;

	pthread_barrier_wait(&barrier);
	for (int i = 0; i < 25; i++) {
		pthread_mutex_lock(&mutex);
		while (turn % 4 != me)
			pthread_cond_wait(&cond, &mutex);
		turn++;
		pthread_cond_broadcast(&cond);
		pthread_mutex_unlock(&mutex);
	}
	return arg;
}

static void *futex_sleeper(void *arg)
{
	syscall(SYS_futex, &futex_word, FUTEX_WAIT, 0, NULL, NULL, 0);
	return arg;
}

static int threads(const char *dir)
{
	struct timespec brief = {.tv_nsec = 1000000};
	pthread_t id[4];
	void *result;

	(void)dir;
	TRY(!pthread_barrier_init(&barrier, NULL, 4));
	for (int i = 0; i < 4; i++)
		TRY(!pthread_create(&id[i], NULL, take_turns,
				    (void *)(intptr_t)i));
	for (int i = 0; i < 4; i++)
		TRY(!pthread_join(id[i], &result));
	TRY(turn == 100);
	TRY(!pthread_create(&id[0], NULL, futex_sleeper, NULL));
	usleep(20000);
	futex_word = 1;
	syscall(SYS_futex, &futex_word, FUTEX_WAKE, 1, NULL, NULL, 0);
	TRY(!pthread_join(id[0], NULL));
	TRY(syscall(SYS_futex, &futex_word, FUTEX_WAIT, 1, &brief, NULL, 0) <
	    0);
	TRY(errno == ETIMEDOUT);
	return DONE;
}

/* Stop a child at each system call and at each instruction for a while. */
static int trace(const char *dir)
{
	struct user_regs_struct regs;
	struct user_fpregs_struct fpregs;
	static char state[16384];
	struct iovec vec = {.iov_base = state, .iov_len = sizeof(state)};
	static volatile long word = 0x1234;
	siginfo_t info;
	int status;
	pid_t pid;

	(void)dir;
	pid = fork();
	TRY(pid >= 0);
	if (!pid) {
		ptrace(PTRACE_TRACEME, 0, NULL, NULL);
		raise(SIGSTOP);
		for (int i = 0; i < 50; i++)
			getppid();
		_exit(word == 0x4321 ? 9 : 1);
	}
	TRY(waitpid(pid, &status, 0) == pid && WIFSTOPPED(status));
	TRY(!ptrace(PTRACE_SETOPTIONS, pid, NULL, PTRACE_O_TRACESYSGOOD));
	TRY(ptrace(PTRACE_PEEKDATA, pid, &word, NULL) == 0x1234);
	TRY(!ptrace(PTRACE_POKEDATA, pid, &word, 0x4321));
	TRY(!ptrace(PTRACE_GETSIGINFO, pid, NULL, &info));
	TRY(!ptrace(PTRACE_GETFPREGS, pid, NULL, &fpregs));
	TRY(!ptrace(PTRACE_SETFPREGS, pid, NULL, &fpregs));
	/* 0x202 is NT_X86_XSTATE, which not every processor has. */
	if (ptrace(PTRACE_GETREGSET, pid, (void *)0x202, &vec))
		TRY(errno == ENODEV);
	else
		TRY(!ptrace(PTRACE_SETREGSET, pid, (void *)0x202, &vec));
	for (int i = 0; i < 4; i++) {
		TRY(!ptrace(PTRACE_SYSCALL, pid, NULL, NULL));
		TRY(waitpid(pid, &status, 0) == pid && WIFSTOPPED(status));
		TRY(!ptrace(PTRACE_GETREGS, pid, NULL, &regs));
		TRY(!ptrace(PTRACE_SETREGS, pid, NULL, &regs));
	}
	for (int i = 0; i < 50; i++) {
		TRY(!ptrace(PTRACE_SINGLESTEP, pid, NULL, NULL));
		TRY(waitpid(pid, &status, 0) == pid && WIFSTOPPED(status));
	}
	errno = 0;
	ptrace(PTRACE_PEEKUSER, pid, (void *)offsetof(struct user, u_debugreg),
	       NULL);
	TRY(!errno);
	TRY(!ptrace(PTRACE_CONT, pid, NULL, NULL));
	TRY(reap(pid) == 9);
	return DONE;
}

/* Read and write another process's memory. */
static int other_memory(const char *dir)
{
	static char buffer[5000], copy[5000];
	struct iovec local = {copy, sizeof(copy)};
	struct iovec remote = {buffer, sizeof(buffer)};
	pid_t pid;

	(void)dir;
	memset(buffer, 7, sizeof(buffer));
	pid = fork();
	TRY(pid >= 0);
	if (!pid) {
		for (;;)
			pause();
	}
	TRY(process_vm_readv(pid, &local, 1, &remote, 1, 0) == sizeof(copy));
	TRY(!memcmp(copy, buffer, sizeof(copy)));
	TRY(process_vm_writev(pid, &local, 1, &remote, 1, 0) == sizeof(copy));
	kill(pid, SIGKILL);
	reap(pid);
	return DONE;
}

const struct step process_steps[] = {
	{"fork-exec", fork_exec},
	{"wait", wait_all},
	{"identity", identity},
	{"signals", signals},
	{"faults", faults},
	{"threads", threads},
	{"trace", trace},
	{"other-memory", other_memory},
	{NULL, NULL},
};
