/* Hooks for time, processes and signals; for strptime(), the fields that its
   format names and those that follow from them. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -w" } */
/* { dg-kmsan-levels -O2 } */
/* { dg-kmsan-modes eager } */
#include "hook.h"
#include <execinfo.h>
#include <linux/capability.h>
#include <locale.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/timex.h>
#include <sys/wait.h>
#include <time.h>
#include <ucontext.h>

int capget(void *head, void *data);

#define F(field) offsetof(struct tm, field)

static void parsing(void)
{
	struct tm tm;

	WRITES(tm, F(tm_sec), 4, must(strptime("7", "%S", &tm)));
	WRITES(tm, 0, 12, must(strptime("10:11:12", "%T", &tm)));
	WRITES(tm, F(tm_hour), 4, must(strptime("3 PM", "%I %p", &tm)));
	/* From a full date, the days of the week and of the year follow. */
	WRITES(tm, F(tm_mday), F(tm_isdst) - F(tm_mday),
	       must(strptime("2024-02-29", "%Y-%m-%d", &tm)));
	/* From a day and a month they do not, unless the year is given. */
	WRITES(tm, F(tm_mday), 8, must(strptime("03-01", "%m-%d", &tm)));
	WRITES(tm, F(tm_mday), F(tm_isdst) - F(tm_mday),
	       (tm.tm_year = 124, must(strptime("02-28", "%m-%d", &tm))));
	WRITES(tm, F(tm_mon), 4,
	       must(strptime_l("Feb", "%b", &tm, newlocale(LC_ALL_MASK, "C", NULL))));
	/* Where it fails, the fields before the failure. */
	WRITES(tm, F(tm_sec), 4, must(!strptime("7 x", "%S %M", &tm)));
	use(tm.tm_sec == 7);
}

static void clocks(void)
{
	struct timespec t;
	struct timeval v;
	struct ntptimeval n;
	struct timex x;

	WRITES_ALL(t, must(!clock_gettime(CLOCK_REALTIME, &t)));
	WRITES_ALL(t, must(timespec_get(&t, TIME_UTC)));
	WRITES_ALL(t, timespec_getres(&t, TIME_UTC) || clock_getres(CLOCK_REALTIME, &t));
	WRITES_ALL(t, must(!sched_rr_get_interval(0, &t)));
	WRITES_ALL(v, must(!gettimeofday(&v, NULL)));
	WRITES_ALL(v, adjtime(NULL, &v) ? kmsan_unpoison_memory(&v, sizeof(v)) : (void)0);
	WRITES_ALL(n, ntp_gettime(&n));
	WRITES_ALL(x, (x.modes = 0, must(adjtimex(&x) >= 0)));
	WRITES_ALL(x, (x.modes = 0, must(ntp_adjtime(&x) >= 0)));
	WRITES_ALL(x, (x.modes = 0, must(clock_adjtime(CLOCK_REALTIME, &x) >= 0)));
}

static void processes(void)
{
	struct rlimit limit;
	struct __user_cap_header_struct head = {_LINUX_CAPABILITY_VERSION_3, 0};
	struct __user_cap_data_struct data[2];
	posix_spawnattr_t attr;
	struct sched_param param;
	sigset_t set, other;
	short flags;
	pid_t pid;
	int status;
	void *frames[16];
	int n = 0;

	WRITES_ALL(limit, must(!prlimit(0, RLIMIT_CORE, NULL, &limit)));
	WRITES_ALL(data, must(!capget(&head, data)));
	WRITES_ALL(attr, must(!posix_spawnattr_init(&attr)));
	WRITES_ALL(flags, posix_spawnattr_getflags(&attr, &flags));
	WRITES_ALL(pid, posix_spawnattr_getpgroup(&attr, &pid));
	WRITES_ALL(set, posix_spawnattr_getsigmask(&attr, &set));
	WRITES_ALL(set, posix_spawnattr_getsigdefault(&attr, &set));
	WRITES_ALL(status, posix_spawnattr_getschedpolicy(&attr, &status));
	WRITES_ALL(param, posix_spawnattr_getschedparam(&attr, &param));
	WRITES_ALL(set, sigemptyset(&set));
	sigemptyset(&other);
	WRITES_ALL(set, sigorset(&set, &other, &other));
	WRITES_ALL(set, sigandset(&set, &other, &other));
	WRITES(frames, 0, n * sizeof(*frames), n = backtrace(frames, 16));
	use(n > 1);
}

/* A context is saved in the frame that asks for it. */
static noipa int contexts(void)
{
	ucontext_t context;
	volatile int times = 0;

	kmsan_poison_memory(&context, sizeof(context));
	getcontext(&context);
	if (!times++)
		setcontext(&context);
	return times;
}

int main(void)
{
	parsing();
	clocks();
	processes();
	must(contexts() == 2);
	return 0;
}
