// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * cxx.c - C++ that kmsan-g++ has compiled, without instrumentation.
 *
 * Its functions call the one below at their start, as -finstrument-functions
 * makes them, and have frame pointers: the shadow that C functions have left
 * where their frame now is must not be taken for theirs.
 */
#include "intercept.h"

/* kmsan-g++ defines it where no C++ of the program is instrumented. */
extern const char __kmsan_plain_new __attribute__((weak));

/* Anything larger is not a frame. */
#define MAX_FRAME (1UL << 20)

KMSAN_DECLARE_HOOK(void, __cyg_profile_func_enter,
		   (void *function, void *caller));

void kmsan_hook___cyg_profile_func_enter(void *function, void *caller)
{
	const struct kmsan_frame *frame = KMSAN_FRAME;
	uintptr_t start = (uintptr_t)(frame + 1);

	(void)function, (void)caller;
	if (&__kmsan_plain_new && kmsan_ready && frame->bp - start < MAX_FRAME)
		kmsan_internal_unpoison((void *)start, frame->bp - start);
}
