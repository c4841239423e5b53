/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * kmsan_fill.h - fill memory with a pattern, in code that is not instrumented.
 *
 * With KMSAN memset64() is a function, and an instrumented one.
 */
#ifndef _ASM_X86_KMSAN_FILL_H
#define _ASM_X86_KMSAN_FILL_H

#include <linux/types.h>

/**
 * kmsan_fill64() - fill memory with eight bytes
 * @at: where
 * @value: the eight bytes
 * @count: how often
 */
static __always_inline void kmsan_fill64(u64 *at, u64 value, size_t count)
{
	asm volatile("rep stosq"
		     : "+D"(at), "+c"(count)
		     : "a"(value)
		     : "memory");
}

#endif /* _ASM_X86_KMSAN_FILL_H */
