// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * signal.c - signal handlers, user space's interrupts, and the context state.
 *
 * A handler may run between the caller's store of an argument's shadow and the
 * callee's load.  The program's handlers are therefore called by one of ours,
 * which saves the state, clears it, and puts it back.
 */
#include <signal.h>
#include <ucontext.h>

#include "intercept.h"
#include "platform.h"
#include "context.h"
#include "layout.h"

/* How many states a thread can save; handlers seldom nest deeper. */
#define KMSAN_NR_SAVED_STATES 8

/**
 * struct kmsan_saved_state - a context state that a signal handler interrupted
 * @sp: the stack pointer when the handler started
 * @altstack: start of the alternate stack, if it runs on that
 * @altstack_size: its size, else 0
 * @state: the state
 */
struct kmsan_saved_state {
	uintptr_t sp;
	uintptr_t altstack;
	size_t altstack_size;
	struct kmsan_context_state state;
};

/* The program's handlers; the system only knows kmsan_signal_enter(). */
static struct {
	void *handler;
	int flags;
} signal_actions[NSIG];

/* Whether a handler is still running once the stack pointer is @sp. */
static bool still_running(const struct kmsan_saved_state *saved, uintptr_t sp)
{
	if (saved->altstack_size)
		return sp - saved->altstack < saved->sp - saved->altstack;
	return sp < saved->sp;
}

/* The alternate stack that @sp is on, if any. */
static const stack_t *altstack_of(const ucontext_t *context, uintptr_t sp)
{
	const stack_t *alt = &context->uc_stack;

	return sp - (uintptr_t)alt->ss_sp < alt->ss_size ? alt : NULL;
}

/*
 * Handlers that end by siglongjmp() or an exception give no notice.  Seen from
 * an alternate stack, any handler on the thread's own stack may have ended.
 */
static void drop_ended(struct kmsan_ctx *ctx, uintptr_t sp, const stack_t *alt)
{
	const struct kmsan_saved_state *last;

	for (; ctx->nr_saved; ctx->nr_saved--) {
		last = &ctx->saved_states[ctx->nr_saved - 1];
		if ((alt && !last->altstack_size) || still_running(last, sp))
			break;
	}
}

/* Return: NULL if there is no room. */
static struct kmsan_saved_state *
save_state(struct kmsan_ctx *ctx, uintptr_t sp, const stack_t *alt)
{
	struct kmsan_saved_state *saved;

	if (!ctx->saved_states)
		ctx->saved_states = kmsan_platform_alloc(
			KMSAN_NR_SAVED_STATES * sizeof(*saved));
	drop_ended(ctx, sp, alt);
	if (!ctx->saved_states || ctx->nr_saved == KMSAN_NR_SAVED_STATES)
		return NULL;
	/* At once, so that a signal from here on takes the next place. */
	saved = &ctx->saved_states[ctx->nr_saved++];
	saved->sp = sp;
	saved->altstack = alt ? (uintptr_t)alt->ss_sp : 0;
	saved->altstack_size = alt ? alt->ss_size : 0;
	kmsan_raw_memcpy(&saved->state, kmsan_cstate(), sizeof(saved->state));
	return saved;
}

static void clear_state(void)
{
	kmsan_raw_memset(kmsan_cstate(), 0, sizeof(*kmsan_cstate()));
}

/*
 * A program that switches stacks in its handlers ends them in any order, so
 * that another one may have taken this place.  Without the state that was
 * saved, everything counts as initialised.
 */
static void restore_state(const struct kmsan_saved_state *saved, uintptr_t sp)
{
	if (saved && saved->sp == sp)
		kmsan_raw_memcpy(kmsan_cstate(), &saved->state,
				 sizeof(saved->state));
	else
		clear_state();
}

/*
 * Compiled code loads the shadow before the value.  For a null pointer that
 * faults at an address where no program has memory; the program expects the
 * address of its own access.
 */
static void correct_address(siginfo_t *info)
{
	uintptr_t addr =
		(uintptr_t)info->si_addr - KMSAN_USER_SHADOW_DISTANCE;

	if (info->si_code == SEGV_MAPERR && addr < KMSAN_LOW_END)
		info->si_addr = (void *)addr;
}

static void call_handler(int signal, siginfo_t *info, void *context)
{
	void *handler = signal_actions[signal].handler;

	if (signal == SIGSEGV)
		correct_address(info);

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
	uintptr_t sp = (uintptr_t)__builtin_frame_address(0);
	struct kmsan_ctx *ctx = &kmsan_ctx;
	unsigned int in_runtime = ctx->in_runtime;
	const struct kmsan_saved_state *saved =
		save_state(ctx, sp, altstack_of(context, sp));

	clear_state();
	ctx->in_runtime = 0;
	call_handler(signal, info, context);
	restore_state(saved, sp);
	if (saved)
		ctx->nr_saved = saved - ctx->saved_states;
	ctx->in_runtime = in_runtime;
}

/**
 * kmsan_signal_jump() - prepare for longjmp()
 * @sp: the stack pointer that it will restore
 */
void kmsan_signal_jump(uintptr_t sp)
{
	drop_ended(&kmsan_ctx, sp, NULL);
}

void kmsan_signal_release(void)
{
	struct kmsan_ctx *ctx = &kmsan_ctx;
	struct kmsan_saved_state *states = ctx->saved_states;

	ctx->saved_states = NULL;
	ctx->nr_saved = 0;
	if (states)
		kmsan_platform_unmap(states,
				     KMSAN_NR_SAVED_STATES * sizeof(*states));
}

static bool is_function(const void *handler)
{
	return handler != SIG_DFL && handler != SIG_IGN && handler != SIG_ERR &&
	       handler != SIG_HOLD;
}

/*
 * Check what the system reads; its sets of signals are shorter.  One report is
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
