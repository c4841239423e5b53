// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * call_tag.c - what code compiled with call tags asks of the runtime.
 *
 * The GCC plugin's -fplugin-arg-kmsan-call-tag lets a function see that no
 * shadow was passed to it, because its caller is not instrumented.  A variadic
 * function then does not know how much is on the stack either, and asks here.
 */
#include <linux/export.h>
#include <linux/mm.h>
#include <linux/sched.h>
#include <asm/unwind.h>

#include "kmsan.h"

static_assert(offsetof(struct kmsan_context_state, call_tag_tls) == 4016);

/* The address after the return address of the frame two calls above @frame. */
static unsigned long frame_end(unsigned long *frame)
{
	struct unwind_state state;
	unsigned long *ret, end;

	/* Starts with the caller of __msan_caller_frame_end(). */
	unwind_start(&state, current, NULL, frame);
	for (int up = 0; up < 2 && !unwind_done(&state); up++)
		unwind_next_frame(&state);
	if (unwind_done(&state) || unwind_error(&state))
		return 0;
	ret = unwind_get_return_address_ptr(&state);
	end = (unsigned long)(ret + 1);
	/* Frames on another stack than that of @frame do not count. */
	return ret && end - (unsigned long)frame < THREAD_SIZE ? end : 0;
}

void *__msan_caller_frame_end(void);

/**
 * __msan_caller_frame_end() - where the frame of the caller's caller ends
 *
 * Return: the address after its return address.  If that cannot be determined,
 * the end of the page: there is no metadata beyond the end of a stack.
 */
void *__msan_caller_frame_end(void)
{
	unsigned long *frame = __builtin_frame_address(0);
	/* KMSAN's own reports come here too: printk() is instrumented. */
	bool nested = kmsan_in_runtime();
	unsigned long end;

	if (!nested)
		kmsan_enter_runtime();
	end = frame_end(frame);
	if (!nested)
		kmsan_leave_runtime();
	return (void *)(end ?: PAGE_ALIGN((unsigned long)frame + 1));
}
EXPORT_SYMBOL(__msan_caller_frame_end);
