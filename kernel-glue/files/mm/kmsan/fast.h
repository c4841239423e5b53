/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * fast.h - where the metadata of an address is, by the fast path if there is
 * one.
 */
#ifndef _MM_KMSAN_FAST_H
#define _MM_KMSAN_FAST_H

#ifdef CONFIG_KMSAN_FAST_METADATA
#include <asm/kmsan_fast.h>
#else
static inline bool kmsan_fast_shadow_origin_ptr(void *address, u64 size,
						struct shadow_origin_ptr *ret)
{
	return false;
}
#endif

#endif /* _MM_KMSAN_FAST_H */
