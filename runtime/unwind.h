/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * unwind.h - what a walk up the stack depends on.
 */
#ifndef KMSAN_UNWIND_H
#define KMSAN_UNWIND_H

#include "internal.h"

/* Each of a trace's frames is found by a return address or by two words. */
#define KMSAN_WALK_READS (2 * KMSAN_STACK_DEPTH)

/**
 * struct kmsan_walk - the words that a walk has read
 * @start: stack pointer where it began
 * @modules: kmsan_modules_changes at that time
 * @nr: how many words
 * @fixed: whether a walk that begins with the same registers and reads the same
 *	words must find the same stack
 * @uses_bp: whether the frame pointer is one of those registers
 * @offset: where each word is, counted from @start
 * @value: the word, in the order of reading
 */
struct kmsan_walk {
	uintptr_t start;
	unsigned int modules;
	unsigned int nr;
	bool fixed;
	bool uses_bp;
	u32 offset[KMSAN_WALK_READS];
	uintptr_t value[KMSAN_WALK_READS];
};

#endif /* KMSAN_UNWIND_H */
