/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * fast.h - where the metadata of an address is, and its page, by the fast path
 * if there is one.
 */
#ifndef _MM_KMSAN_FAST_H
#define _MM_KMSAN_FAST_H

#include <linux/align.h>
#include <linux/log2.h>

#ifdef CONFIG_KMSAN_FAST_METADATA
#include <asm/kmsan_fast.h>
#else
static inline struct page *kmsan_fast_page(unsigned long addr)
{
	return NULL;
}

static inline bool kmsan_fast_shadow_origin_ptr(void *address, u64 size,
						struct shadow_origin_ptr *ret)
{
	return false;
}
#endif

/**
 * kmsan_fast_unpoison() - make one register's worth of memory initialised
 * @address: of its first byte
 * @size: in bytes
 *
 * As kmsan_internal_unpoison_memory() does, for what inline assembly stores most
 * of the time: per-CPU counters, atomic variables, bits.  Calls no function, since
 * access to user memory may be enabled.
 *
 * Return: true if that has been done; false if mm/kmsan has to.
 */
static __always_inline bool kmsan_fast_unpoison(void *address, u64 size)
{
	struct shadow_origin_ptr metadata;

	if (size > sizeof(u64) || !is_power_of_2(size) ||
	    !IS_ALIGNED((unsigned long)address, size) ||
	    !kmsan_fast_shadow_origin_ptr(address, size, &metadata))
		return false;
	switch (size) {
	case 8:
		*(u64 *)metadata.shadow = 0;
		*(u64 *)metadata.origin = 0;
		return true;
	case 4:
		*(u32 *)metadata.shadow = 0;
		*(u32 *)metadata.origin = 0;
		return true;
	case 2:
		*(u16 *)metadata.shadow = 0;
		break;
	default:
		*(u8 *)metadata.shadow = 0;
	}
	/* The slot may have poisoned bytes of others. */
	if (!*(u32 *)PTR_ALIGN_DOWN(metadata.shadow, KMSAN_ORIGIN_SIZE))
		*(u32 *)metadata.origin = 0;
	return true;
}

#endif /* _MM_KMSAN_FAST_H */
