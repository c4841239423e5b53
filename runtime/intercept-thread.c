// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * intercept-thread.c - hooks for the properties of threads.
 */
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <threads.h>

#include "intercept.h"

/* Type, name, parameters, arguments; what is read; what is written. */
HOOK(int, pthread_join, (pthread_t thread, void **result), (thread, result),
     NOTHING, IF(!ret && result, OUT_VAR(result)))
HOOK(int, pthread_once, (int *once, void (*function)(void)), (once, function),
     IN_VAR(once) CALLS_BACK, CALLS_BACK)
HOOK(int, pthread_key_create, (pthread_key_t * key, void (*destructor)(void *)),
     (key, destructor), NOTHING, OUT_VAR(key))
ALSO(pthread_key_create, __pthread_key_create)
HOOK(int, pthread_getschedparam,
     (pthread_t thread, int *policy, struct sched_param *param),
     (thread, policy, param), NOTHING, IF(!ret, OUT_VAR(policy) OUT_VAR(param)))
HOOK(int, pthread_getaffinity_np,
     (pthread_t thread, size_t size, cpu_set_t *set), (thread, size, set),
     NOTHING, IF(!ret, OUT(set, size)))
HOOK(int, pthread_getname_np, (pthread_t thread, char *name, size_t size),
     (thread, name, size), NOTHING, IF(!ret, OUT_STR(name)))
HOOK(int, pthread_getcpuclockid, (pthread_t thread, clockid_t *clock),
     (thread, clock), NOTHING, IF(!ret, OUT_VAR(clock)))
HOOK(int, pthread_setcancelstate, (int state, int *old), (state, old), NOTHING,
     IF(!ret && old, OUT_VAR(old)))
HOOK(int, pthread_setcanceltype, (int type, int *old), (type, old), NOTHING,
     IF(!ret && old, OUT_VAR(old)))
HOOK(int, pthread_attr_init, (pthread_attr_t * attr), (attr), NOTHING,
     OUT_VAR(attr))
HOOK(int, pthread_getattr_np, (pthread_t thread, pthread_attr_t *attr),
     (thread, attr), NOTHING, IF(!ret, OUT_VAR(attr)))
HOOK(int, pthread_attr_getstack,
     (const pthread_attr_t *attr, void **start, size_t *size),
     (attr, start, size), NOTHING, OUT_VAR(start) OUT_VAR(size))
HOOK(int, pthread_attr_getstacksize, (const pthread_attr_t *attr, size_t *size),
     (attr, size), NOTHING, OUT_VAR(size))
HOOK(int, pthread_attr_getguardsize, (const pthread_attr_t *attr, size_t *size),
     (attr, size), NOTHING, OUT_VAR(size))
HOOK(int, pthread_attr_getdetachstate, (const pthread_attr_t *attr, int *state),
     (attr, state), NOTHING, OUT_VAR(state))
HOOK(int, pthread_attr_getinheritsched,
     (const pthread_attr_t *attr, int *inherit), (attr, inherit), NOTHING,
     OUT_VAR(inherit))
HOOK(int, pthread_attr_getschedpolicy,
     (const pthread_attr_t *attr, int *policy), (attr, policy), NOTHING,
     OUT_VAR(policy))
HOOK(int, pthread_attr_getschedparam,
     (const pthread_attr_t *attr, struct sched_param *param), (attr, param),
     NOTHING, OUT_VAR(param))
HOOK(int, pthread_attr_getscope, (const pthread_attr_t *attr, int *scope),
     (attr, scope), NOTHING, OUT_VAR(scope))
HOOK(int, pthread_mutex_init,
     (pthread_mutex_t * mutex, const pthread_mutexattr_t *attr), (mutex, attr),
     NOTHING, OUT_VAR(mutex))
HOOK(int, pthread_mutexattr_init, (pthread_mutexattr_t * attr), (attr), NOTHING,
     OUT_VAR(attr))
HOOK(int, pthread_mutexattr_gettype,
     (const pthread_mutexattr_t *attr, int *type), (attr, type), NOTHING,
     OUT_VAR(type))
HOOK(int, pthread_cond_init,
     (pthread_cond_t * cond, const pthread_condattr_t *attr), (cond, attr),
     NOTHING, OUT_VAR(cond))
HOOK(int, pthread_condattr_init, (pthread_condattr_t * attr), (attr), NOTHING,
     OUT_VAR(attr))
HOOK(int, pthread_rwlock_init,
     (pthread_rwlock_t * lock, const pthread_rwlockattr_t *attr), (lock, attr),
     NOTHING, OUT_VAR(lock))
HOOK(int, pthread_barrier_init,
     (pthread_barrier_t * barrier, const pthread_barrierattr_t *attr,
      unsigned int count),
     (barrier, attr, count), NOTHING, OUT_VAR(barrier))
HOOK(int, pthread_spin_init, (int *lock, int shared), (lock, shared), NOTHING,
     OUT_VAR(lock))
HOOK(int, sem_init, (sem_t * sem, int shared, unsigned int value),
     (sem, shared, value), NOTHING, OUT_VAR(sem))
HOOK(int, sem_getvalue, (sem_t * sem, int *value), (sem, value), NOTHING,
     IF(!ret, OUT_VAR(value)))

/* The other ways to wait for a thread */
#define OUT_JOINED IF(!ret && result, OUT_VAR(result))
HOOK(int, pthread_tryjoin_np, (pthread_t thread, void **result),
     (thread, result), NOTHING, OUT_JOINED)
HOOK(int, pthread_timedjoin_np,
     (pthread_t thread, void **result, const struct timespec *time),
     (thread, result, time), IN_VAR(time), OUT_JOINED)
HOOK(int, pthread_clockjoin_np,
     (pthread_t thread, void **result, clockid_t clock,
      const struct timespec *time),
     (thread, result, clock, time), IN_VAR(time), OUT_JOINED)
HOOK(int, thrd_join, (thrd_t thread, int *result), (thread, result), NOTHING,
     IF(ret == thrd_success && result, OUT_VAR(result)))
HOOK(int, thrd_sleep, (const struct timespec *time, struct timespec *rest),
     (time, rest), IN_VAR(time), IF(ret == -1, OUT_VAR(rest)))

/* Those of C's <threads.h> */
HOOK(int, mtx_init, (mtx_t * mutex, int type), (mutex, type), NOTHING,
     IF(ret == thrd_success, OUT_VAR(mutex)))
HOOK(int, cnd_init, (cnd_t * cond), (cond), NOTHING,
     IF(ret == thrd_success, OUT_VAR(cond)))
HOOK(int, tss_create, (tss_t * key, tss_dtor_t destructor), (key, destructor),
     NOTHING, IF(ret == thrd_success, OUT_VAR(key)))
HOOK_VOID(call_once, (once_flag * once, void (*function)(void)),
	  (once, function), IN_VAR(once) CALLS_BACK, CALLS_BACK)

/* Attributes: name, their type, what is asked for. */
#define GETTER(name, attr_type, type)                                          \
	HOOK(int, name, (const attr_type *attr, type *value), (attr, value),   \
	     NOTHING, IF(!ret, OUT_VAR(value)))
#define INIT(name, attr_type)                                                  \
	HOOK(int, name, (attr_type * attr), (attr), NOTHING,                   \
	     IF(!ret, OUT_VAR(attr)))
INIT(pthread_barrierattr_init, pthread_barrierattr_t)
INIT(pthread_rwlockattr_init, pthread_rwlockattr_t)
INIT(pthread_getattr_default_np, pthread_attr_t)
GETTER(pthread_attr_getstackaddr, pthread_attr_t, void *)
GETTER(pthread_attr_getsigmask_np, pthread_attr_t, sigset_t)
GETTER(pthread_barrierattr_getpshared, pthread_barrierattr_t, int)
GETTER(pthread_condattr_getclock, pthread_condattr_t, clockid_t)
GETTER(pthread_condattr_getpshared, pthread_condattr_t, int)
GETTER(pthread_mutexattr_getprioceiling, pthread_mutexattr_t, int)
GETTER(pthread_mutexattr_getprotocol, pthread_mutexattr_t, int)
GETTER(pthread_mutexattr_getpshared, pthread_mutexattr_t, int)
GETTER(pthread_mutexattr_getrobust, pthread_mutexattr_t, int)
GETTER(pthread_rwlockattr_getkind_np, pthread_rwlockattr_t, int)
GETTER(pthread_rwlockattr_getpshared, pthread_rwlockattr_t, int)
GETTER(pthread_mutex_getprioceiling, pthread_mutex_t, int)
HOOK(int, pthread_mutex_setprioceiling,
     (pthread_mutex_t * mutex, int new, int *old), (mutex, new, old), NOTHING,
     IF(!ret, OUT_VAR(old)))
HOOK(int, pthread_attr_getaffinity_np,
     (const pthread_attr_t *attr, size_t size, cpu_set_t *set),
     (attr, size, set), NOTHING, IF(!ret, OUT(set, size)))
