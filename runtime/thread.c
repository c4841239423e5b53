// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * thread.c - threads, and jumps from one place of a stack to another.
 */
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <setjmp.h>
#include <threads.h>
#include <ucontext.h>

#include "intercept.h"
#include "platform.h"
#include "context.h"

struct thread_start {
	void *(*function)(void *);
	void *arg;
};

/*
 * The C library maps stacks unseen, at any address, and uses them for one
 * thread after another.
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

/* C's threads, whose functions return an int. */
KMSAN_HOOK(int, thrd_create,
	   (thrd_t * thread, thrd_start_t function, void *arg))
{
	struct thread_start *start;
	int ret;

	start = kmsan_arena_alloc(sizeof(*start), 1);
	if (!start)
		return thrd_nomem;
	/* A result of either type is in the same register. */
	start->function = (void *(*)(void *))(void *)function;
	start->arg = arg;
	ret = KMSAN_REAL(thrd_create)(
		thread, (thrd_start_t)(void *)kmsan_thread_start, start);
	if (ret != thrd_success)
		kmsan_arena_free(start);
	else
		OUT_VAR(thread)
	return ret;
}

/*
 * The stack pointer that a jump will restore.  The C library keeps it rotated
 * and mixed with the thread's secret; both are fixed by its ABI.
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

/*
 * A place farther away than this is on another stack, not further up on the
 * same one.
 */
#define MAX_JUMP (64UL << 20)

static void prepare_jump(const struct __jmp_buf_tag *env)
{
	uintptr_t from = (uintptr_t)__builtin_frame_address(0);
	uintptr_t to = jump_target(env);

	/* Variables in the skipped frames are gone. */
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

/*
 * A context that getcontext() has saved returns to the caller of getcontext(),
 * which must not be the hook.  So the hook jumps to the function.
 */
KMSAN_DECLARE_HOOK(int, getcontext, (ucontext_t * context));
static void *kmsan_real_getcontext;

__attribute__((used)) KMSAN_HIDDEN void *
kmsan_prepare_getcontext(ucontext_t *context)
{
	OUT_VAR(context)
	return KMSAN_REAL(getcontext);
}

__attribute__((naked)) int kmsan_hook_getcontext(__attribute__((unused))
						 ucontext_t *context)
{
	__asm__("pushq %rdi\n\t"
		".cfi_adjust_cfa_offset 8\n\t"
		"call kmsan_prepare_getcontext\n\t"
		"popq %rdi\n\t"
		".cfi_adjust_cfa_offset -8\n\t"
		"jmp *%rax");
}
