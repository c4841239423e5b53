/* Hooks for threads: those of C, and queries of POSIX threads. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -w -pthread" } */
/* { dg-kmsan-levels -O2 } */
/* { dg-kmsan-modes eager lazy } */
#include "hook.h"
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <threads.h>

static noipa int leave(int x)
{
	volatile char bytes[4096];

	kmsan_poison_memory((void *)bytes, sizeof(bytes));
	return x + bytes[0] * 0;
}

static int c_thread(void *arg)
{
	char frame[256];

	expect_shadow(arg, 0);
	frame[0] = *(char *)arg;
	return frame[0];
}

static void *posix_thread(void *arg)
{
	return arg;
}

static tss_t key;
static once_flag once = ONCE_FLAG_INIT;

static void only_once(void)
{
	must(tss_create(&key, NULL) == thrd_success);
}

static void of_c(void)
{
	struct timespec now = {0};
	thrd_t thread;
	mtx_t mutex;
	cnd_t cond;
	tss_t other;
	int result;

	leave(1);
	WRITES_ALL(thread, must(thrd_create(&thread, c_thread, "7") == thrd_success));
	WRITES_ALL(result, must(thrd_join(thread, &result) == thrd_success));
	use(result == '7');
	WRITES_ALL(mutex, must(mtx_init(&mutex, mtx_plain) == thrd_success));
	WRITES_ALL(cond, must(cnd_init(&cond) == thrd_success));
	WRITES_ALL(other, must(tss_create(&other, NULL) == thrd_success));
	call_once(&once, only_once);
	thrd_sleep(&now, NULL);
	use(mtx_lock(&mutex) == mtx_unlock(&mutex));
}

#define GETS(type, value, call)                                                \
	do {                                                                   \
		type value;                                                    \
		WRITES_ALL(value, must(!(call)));                              \
	} while (0)

static void attributes(void)
{
	pthread_attr_t attr;
	pthread_mutexattr_t mutex_attr;
	pthread_condattr_t cond_attr;
	pthread_rwlockattr_t rwlock_attr;
	pthread_barrierattr_t barrier_attr;
	pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

	WRITES_ALL(attr, pthread_attr_init(&attr));
	WRITES_ALL(mutex_attr, pthread_mutexattr_init(&mutex_attr));
	WRITES_ALL(cond_attr, pthread_condattr_init(&cond_attr));
	WRITES_ALL(rwlock_attr, pthread_rwlockattr_init(&rwlock_attr));
	WRITES_ALL(barrier_attr, pthread_barrierattr_init(&barrier_attr));
	GETS(int, v, pthread_attr_getdetachstate(&attr, &v));
	GETS(void *, v, pthread_attr_getstackaddr(&attr, &v));
	GETS(cpu_set_t, v, pthread_attr_getaffinity_np(&attr, sizeof(v), &v));
	GETS(int, v, pthread_mutexattr_gettype(&mutex_attr, &v));
	GETS(int, v, pthread_mutexattr_getprotocol(&mutex_attr, &v));
	GETS(int, v, pthread_mutexattr_getpshared(&mutex_attr, &v));
	GETS(int, v, pthread_mutexattr_getrobust(&mutex_attr, &v));
	GETS(int, v, pthread_mutexattr_getprioceiling(&mutex_attr, &v));
	GETS(clockid_t, v, pthread_condattr_getclock(&cond_attr, &v));
	GETS(int, v, pthread_condattr_getpshared(&cond_attr, &v));
	GETS(int, v, pthread_rwlockattr_getkind_np(&rwlock_attr, &v));
	GETS(int, v, pthread_rwlockattr_getpshared(&rwlock_attr, &v));
	GETS(int, v, pthread_barrierattr_getpshared(&barrier_attr, &v));
	GETS(pthread_attr_t, v, pthread_getattr_default_np(&v));
	(void)mutex;
}

int main(void)
{
	struct timespec later = {1LL << 40, 0};
	pthread_t thread;
	void *result;

	of_c();
	attributes();
	must(!pthread_create(&thread, NULL, posix_thread, "x"));
	WRITES_ALL(result, must(!pthread_timedjoin_np(thread, &result, &later)));
	must(!pthread_create(&thread, NULL, posix_thread, "x"));
	WRITES_ALL(result, must(!pthread_clockjoin_np(thread, &result, CLOCK_REALTIME, &later)));
	must(!pthread_create(&thread, NULL, posix_thread, "x"));
	usleep(1000);
	while (pthread_tryjoin_np(thread, &result))
		usleep(1000);
	use(*(char *)result == 'x');
	return 0;
}
