// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * thread.c - threads, and jumps from one place of a stack to another.
 */
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <setjmp.h>
#include <ucontext.h>

#include "intercept.h"
#include "platform.h"
#include "context.h"

struct thread_start {
	void *(*function)(void *);
	void *arg;
};

/*
 * The C library maps stacks without our knowing, in the place of anything, and
 * uses them for one thread after the other.
 */
static void clean_stack(void)
{
	pthread_attr_t attr;
	void *start;
	size_t size;

	kmsan_enter_runtime();
	if (!pthread_getattr_np(pthread_self(), &attr)) {
		if (!pthread_attr_getstack(&attr, &start, &size))
			kmsan_internal_unpoison(start, size);
		pthread_attr_destroy(&attr);
	}
	kmsan_leave_runtime();
}

static void thread_end(void *unused)
{
	(void)unused;
	/* Destructors of thread-specific data are called next. */
	kmsan_forget_call();
	kmsan_signal_release();
}

/* Reports end here: what is above belongs to the C library. */
static noinline void *kmsan_thread_start(void *arg)
{
	struct thread_start start = *(struct thread_start *)arg;
	void *result;

	kmsan_arena_free(arg);
	clean_stack();
	pthread_cleanup_push(thread_end, NULL);
	result = start.function(start.arg);
	pthread_cleanup_pop(1);
	return result;
}

KMSAN_HOOK(int, pthread_create,
	   (pthread_t * thread, const pthread_attr_t *attr,
	    void *(*function)(void *), void *arg))
{
	struct thread_start *start;
	int ret;

	start = kmsan_arena_alloc(sizeof(*start), 1);
	if (!start)
		return EAGAIN;
	start->function = function;
	start->arg = arg;
	ret = KMSAN_REAL(pthread_create)(thread, attr, kmsan_thread_start,
					 start);
	if (ret)
		kmsan_arena_free(start);
	else
		OUT_VAR(thread)
	return ret;
}

/*
 * The stack pointer that a jump will restore.  The C library keeps it rotated
 * and mixed with a secret of the thread's; both are fixed by its ABI.
 */
#define JMP_BUF_SP 6
#define MANGLE_ROTATION 17

static uintptr_t jump_target(const struct __jmp_buf_tag *env)
{
	uintptr_t mangled = env->__jmpbuf[JMP_BUF_SP], secret;

	__asm__("movq %%fs:0x30, %0" : "=r"(secret));
	return (mangled >> MANGLE_ROTATION |
		mangled << (64 - MANGLE_ROTATION)) ^
	       secret;
}

/* Farther away than this is another stack, not the same one further up. */
#define MAX_JUMP (64UL << 20)

static void prepare_jump(const struct __jmp_buf_tag *env)
{
	uintptr_t from = (uintptr_t)__builtin_frame_address(0);
	uintptr_t to = jump_target(env);

	/* What lived in the frames that are skipped is gone. */
	if (to > from && to - from < MAX_JUMP)
		kmsan_internal_unpoison((void *)from, to - from);
	kmsan_signal_jump(to);
}

/*
 * X(name)
 */
#define JUMPS(X)                                                               \
	X(longjmp)                                                             \
	X(_longjmp)                                                            \
	X(siglongjmp)                                                          \
	X(__longjmp_chk)

#define JUMP_HOOK(name)                                                        \
	KMSAN_HOOK(void, name, (struct __jmp_buf_tag * env, int value))        \
	{                                                                      \
		prepare_jump(env);                                             \
		KMSAN_REAL(name)(env, value);                                  \
		__builtin_unreachable();                                       \
	}
JUMPS(JUMP_HOOK)

/* The function at the other end gets its arguments without shadow. */
KMSAN_HOOK(int, swapcontext, (ucontext_t * old, const ucontext_t *new))
{
	int ret;

	OUT_VAR(old)
	CALLS_BACK
	ret = KMSAN_REAL(swapcontext)(old, new);
	CALLS_BACK
	return ret;
}

/* Type, name, parameters, arguments; what is read; what is written. */
HOOK(int, pthread_join, (pthread_t thread, void **result), (thread, result),
     NOTHING, IF(!ret && result, OUT_VAR(result)))
HOOK(int, pthread_once, (int *once, void (*function)(void)), (once, function),
     IN(once, sizeof(*once)) CALLS_BACK, CALLS_BACK)
HOOK(int, pthread_key_create, (pthread_key_t * key, void (*destructor)(void *)),
     (key, destructor), NOTHING, OUT_VAR(key))
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
