// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * signal.c - a context state of its own for each signal handler, user space's
 * counterpart of an interrupt.
 *
 * A handler may run between the caller's store of an argument's shadow and the
 * callee's load.  The program's handlers are therefore called by one of ours,
 * which installs a fresh state and then puts the old one back.
 */
#include <signal.h>
#include <ucontext.h>

#include "intercept.h"
#include "platform.h"
#include "context.h"

/**
 * struct kmsan_signal_frame - a handler that is running
 * @outer: the handler that it interrupted
 * @cstate_offset: context state that it interrupted
 * @in_runtime: how deep in the runtime that was
 * @sp: the stack pointer when it started
 * @altstack: start of the alternate stack, if it runs on that
 * @altstack_size: its size, else 0
 */
struct kmsan_signal_frame {
	struct kmsan_signal_frame *outer;
	intptr_t cstate_offset;
	unsigned int in_runtime;
	uintptr_t sp;
	uintptr_t altstack;
	size_t altstack_size;
};

/* What the program installed; the system knows only of signal_enter(). */
static struct {
	void *handler;
	int flags;
} signal_actions[NSIG];

/*
 * States are used in turn.  One that was left by siglongjmp() becomes free
 * without notice, and the state in use is never the next.
 */
static void push_state(struct kmsan_ctx *ctx)
{
	size_t size = sizeof(struct kmsan_context_state);
	struct kmsan_context_state *now = kmsan_cstate(), *next;

	if (!ctx->signal_states)
		ctx->signal_states =
			kmsan_platform_alloc(KMSAN_NR_SIGNAL_CTX * size);
	/* Better the wrong state than none. */
	if (!ctx->signal_states)
		return;
	next = ctx->signal_states;
	if (now >= next && now + 1 < next + KMSAN_NR_SIGNAL_CTX)
		next = now + 1;
	kmsan_raw_memset(next, 0, size);
	ctx->cstate_offset = (char *)next - (char *)&ctx->cstate;
}

static void pop_state(struct kmsan_ctx *ctx, struct kmsan_signal_frame *frame)
{
	ctx->signal = frame->outer;
	ctx->cstate_offset = frame->cstate_offset;
	ctx->in_runtime = frame->in_runtime;
}

static void call_handler(int signal, siginfo_t *info, void *context)
{
	void *handler = signal_actions[signal].handler;

	/* The kernel wrote these, and the frame around them. */
	kmsan_internal_unpoison(info, sizeof(*info));
	kmsan_internal_unpoison(context, sizeof(ucontext_t));
	if (signal_actions[signal].flags & SA_SIGINFO)
		((void (*)(int, siginfo_t *, void *))handler)(signal, info,
							      context);
	else
		((void (*)(int))handler)(signal);
}

static void kmsan_signal_enter(int signal, siginfo_t *info, void *context)
{
	const stack_t *alt = &((ucontext_t *)context)->uc_stack;
	struct kmsan_ctx *ctx = &kmsan_ctx;
	struct kmsan_signal_frame frame = {
		.outer = ctx->signal,
		.cstate_offset = ctx->cstate_offset,
		.in_runtime = ctx->in_runtime,
		.sp = (uintptr_t)__builtin_frame_address(0),
	};

	if (frame.sp - (uintptr_t)alt->ss_sp < alt->ss_size) {
		frame.altstack = (uintptr_t)alt->ss_sp;
		frame.altstack_size = alt->ss_size;
	}
	push_state(ctx);
	ctx->in_runtime = 0;
	ctx->signal = &frame;
	call_handler(signal, info, context);
	pop_state(ctx, &frame);
}

/* Whether a handler is still running once the stack pointer is @sp. */
static bool still_running(const struct kmsan_signal_frame *frame, uintptr_t sp)
{
	if (frame->altstack_size)
		return sp - frame->altstack < frame->sp - frame->altstack;
	return sp < frame->sp;
}

/**
 * kmsan_signal_jump() - prepare for longjmp()
 * @sp: the stack pointer that it will restore
 */
void kmsan_signal_jump(uintptr_t sp)
{
	struct kmsan_ctx *ctx = &kmsan_ctx;

	while (ctx->signal && !still_running(ctx->signal, sp))
		pop_state(ctx, ctx->signal);
}

void kmsan_signal_release(void)
{
	struct kmsan_ctx *ctx = &kmsan_ctx;
	void *states = ctx->signal_states;

	ctx->cstate_offset = 0;
	ctx->signal_states = NULL;
	if (states)
		kmsan_platform_unmap(states,
				     KMSAN_NR_SIGNAL_CTX * sizeof(ctx->cstate));
}

static bool is_function(const void *handler)
{
	return handler != SIG_DFL && handler != SIG_IGN && handler != SIG_ERR &&
	       handler != SIG_HOLD;
}

/*
 * What the system looks at; its sets of signals are shorter.  One report is
 * enough for one struct.
 */
static noinline void action_in(const struct sigaction *action,
			       struct kmsan_hook hook)
{
	const struct {
		const void *ptr;
		size_t size;
	} fields[] = {
		{&action->sa_handler, sizeof(action->sa_handler)},
		{&action->sa_flags, sizeof(action->sa_flags)},
		{&action->sa_mask, sizeof(kmsan_sigset_t)},
	};

	for (size_t i = 0; i < ARRAY_SIZE(fields); i++) {
		const void *ptr = fields[i].ptr;
		size_t size = fields[i].size;

		if (hook.kind != KMSAN_CALLER_INSTRUMENTED ||
		    kmsan_first_poisoned(ptr, size) == size)
			continue;
		kmsan_internal_check(ptr, size, KMSAN_FRAME, hook.caller);
		return;
	}
}

/*
 * The new action goes into our table first: a signal in between then gets the
 * new handler, as it soon would anyway.
 */
KMSAN_HOOK(int, sigaction,
	   (int signal, const struct sigaction *new, struct sigaction *old))
{
	struct kmsan_hook hook = KMSAN_THIS_HOOK;
	struct sigaction ours;
	bool known = signal > 0 && signal < NSIG;
	void *handler = known ? signal_actions[signal].handler : NULL;
	int flags = known ? signal_actions[signal].flags : 0, ret;

	if (new &&known) {
		action_in(new, hook);
		kmsan_raw_memcpy(&ours, new, sizeof(ours));
		if (is_function(new->sa_handler)) {
			signal_actions[signal].handler = new->sa_handler;
			signal_actions[signal].flags = new->sa_flags;
			ours.sa_sigaction = kmsan_signal_enter;
			ours.sa_flags |= SA_SIGINFO;
		}
		new = &ours;
	}
	ret = KMSAN_REAL(sigaction)(signal, new, old);
	if (ret && known) {
		signal_actions[signal].handler = handler;
		signal_actions[signal].flags = flags;
	}
	if (!ret && old) {
		OUT_VAR(old)
		if (old->sa_sigaction == kmsan_signal_enter) {
			old->sa_handler = (sighandler_t)handler;
			old->sa_flags = (old->sa_flags & ~SA_SIGINFO) |
					(flags & SA_SIGINFO);
		}
	}
	return ret;
}

ALSO(sigaction, __sigaction)

/*
 * The functions that take a handler and return the old one.
 *
 * X(name)
 */
#define SIGNAL_FUNCTIONS(X)                                                    \
	X(signal)                                                              \
	X(bsd_signal)                                                          \
	X(ssignal)                                                             \
	X(sysv_signal)                                                         \
	X(__sysv_signal)                                                       \
	X(sigset)

#define SIGNAL_HOOK(name)                                                      \
	KMSAN_HOOK(void *, name, (int signal, void *handler))                  \
	{                                                                      \
		bool known = signal > 0 && signal < NSIG;                      \
		void *old = known ? signal_actions[signal].handler : NULL;     \
		void *ret;                                                     \
                                                                               \
		if (known && is_function(handler)) {                           \
			signal_actions[signal].handler = handler;              \
			signal_actions[signal].flags = 0;                      \
			handler = kmsan_signal_enter;                          \
		}                                                              \
		ret = KMSAN_REAL(name)(signal, handler);                       \
		return ret == kmsan_signal_enter ? old : ret;                  \
	}
SIGNAL_FUNCTIONS(SIGNAL_HOOK)
