/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * stack.h - the callers of an allocation or a store, on the short way if there is
 * one.
 */
#ifndef _MM_KMSAN_STACK_H
#define _MM_KMSAN_STACK_H

#include <linux/stacktrace.h>

#include "kmsan.h"

#if defined(CONFIG_X86_64) && defined(CONFIG_UNWINDER_FRAME_POINTER)
#include <asm/kmsan_stack.h>
#else
static __always_inline unsigned int kmsan_fast_stack(unsigned long *entries,
						     unsigned int max)
{
	return 0;
}
#endif

/**
 * kmsan_save_callers() - save the callers of the calling function
 * @entries: where to
 * @max: for how many there is room
 *
 * Return: how many there are.
 */
static __always_inline unsigned int kmsan_save_callers(unsigned long *entries,
						       unsigned int max)
{
	unsigned int n = kmsan_fast_stack(entries, max);

	if (!n)
		return stack_trace_save(entries, max, 0);
	/* They are written here, where nothing is instrumented. */
	kmsan_internal_unpoison_memory(entries, n * sizeof(*entries), false);
	return n;
}

#endif /* _MM_KMSAN_STACK_H */
