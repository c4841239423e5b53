/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * kmsan_stack.h - follow the frame pointers of a task's stack.
 *
 * Each origin has a stack trace, and the unwinder looks at each frame in many ways:
 * is it an interrupt's, on what stack, is the address one of code?  Here a task's
 * own frames are followed as far as they are plain ones.  Whatever else is met, the
 * unwinder has to do it.
 */
#ifndef _ASM_X86_KMSAN_STACK_H
#define _ASM_X86_KMSAN_STACK_H

#include <linux/ftrace.h>
#include <linux/sched.h>
#include <linux/sched/task_stack.h>
#include <asm/processor.h>
#ifdef CONFIG_RETHOOK
#include <linux/rethook.h>
#endif

/* What a function has in its frame: where its caller's is, and an address in it. */
struct kmsan_frame {
	unsigned long up;
	unsigned long caller;
};

/* Has a tracer put its own address in place of the caller's? */
static __always_inline bool kmsan_is_hooked(unsigned long caller)
{
#ifdef CONFIG_FUNCTION_GRAPH_TRACER
	if (caller == (unsigned long)return_to_handler)
		return true;
#endif
#ifdef CONFIG_RETHOOK
	if (caller == (unsigned long)arch_rethook_trampoline)
		return true;
#endif
	return false;
}

/**
 * kmsan_fast_stack() - save the callers of the calling function
 * @entries: where to
 * @max: for how many there is room
 *
 * Return: how many there are; 0 if the unwinder has to look.
 */
static __always_inline unsigned int kmsan_fast_stack(unsigned long *entries,
						     unsigned int max)
{
	unsigned long at = (unsigned long)__builtin_frame_address(0);
	unsigned long from = (unsigned long)task_stack_page(current);
	unsigned long end = (unsigned long)task_pt_regs(current);
	unsigned int n = 0;

	while (n < max) {
		const struct kmsan_frame *frame = (void *)at;

		if (at < from || at > end - sizeof(*frame) ||
		    !IS_ALIGNED(at, sizeof(long)) ||
		    kmsan_is_hooked(frame->caller))
			return 0;
		entries[n++] = frame->caller;
		/* Entry code marks the address of the registers by a bit. */
		if (frame->up == (end | 1))
			return n;
		/* For system calls it has none; one slot may be for alignment. */
		if (!frame->up)
			return end - at <= sizeof(*frame) + sizeof(long) ? n : 0;
		from = at + sizeof(*frame);
		at = frame->up;
	}
	return n;
}

#endif /* _ASM_X86_KMSAN_STACK_H */
