/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * ranges.h - set and copy the metadata of ranges, many bytes at a time.
 */
#ifndef _MM_KMSAN_RANGES_H
#define _MM_KMSAN_RANGES_H

#include <linux/string.h>
#include <linux/types.h>

#include "kmsan.h"

#ifdef CONFIG_X86_64
#include <asm/kmsan_fill.h>
#else
static __always_inline void kmsan_fill64(u64 *at, u64 value, size_t count)
{
	while (count--)
		*at++ = value;
}
#endif

/* Fewer slots are set faster one by one. */
#define KMSAN_FEW_ORIGINS 32

/**
 * kmsan_fill_origins() - give all slots one origin
 * @origins: the slots
 * @count: how many
 * @origin: the origin
 */
static __always_inline void kmsan_fill_origins(u32 *origins, size_t count,
					       u32 origin)
{
	if (count >= KMSAN_FEW_ORIGINS) {
		/* The others are at an address that is a multiple of eight. */
		if (!IS_ALIGNED((unsigned long)origins, sizeof(u64))) {
			*origins++ = origin;
			count--;
		}
		kmsan_fill64((u64 *)origins, (u64)origin << 32 | origin,
			     count / 2);
		origins += count & ~1UL;
		count &= 1;
	}
	while (count--)
		*origins++ = origin;
}

/**
 * kmsan_set_origins() - give all of a range one origin
 * @origins: its slots
 * @shadow: the shadow of the slots' bytes, which is set already
 * @count: how many slots
 * @origin: the origin; if 0, slots with a poisoned byte keep theirs
 */
static __always_inline void
kmsan_set_origins(u32 *origins, const u32 *shadow, size_t count, u32 origin)
{
	if (!origin) {
		/* At the ends may be bytes of others. */
		while (count && shadow[count - 1])
			count--;
		while (count && *shadow) {
			shadow++;
			origins++;
			count--;
		}
	}
	kmsan_fill_origins(origins, count, origin);
}

/* Are all of these bytes initialised? */
static __always_inline bool kmsan_is_clean(const u8 *shadow, size_t size)
{
	for (; size && !IS_ALIGNED((unsigned long)shadow, sizeof(u64)); size--)
		if (*shadow++)
			return false;
	for (; size >= sizeof(u64); size -= sizeof(u64)) {
		if (*(const u64 *)shadow)
			return false;
		shadow += sizeof(u64);
	}
	while (size--)
		if (*shadow++)
			return false;
	return true;
}

/* Copy whole slots, as memmove() does; origins grow by this copy. */
static __always_inline void
kmsan_copy_slots(u32 *shadow_dst, const u32 *shadow_src, u32 *origin_dst,
		 const u32 *origin_src, size_t count)
{
	size_t step = shadow_dst > shadow_src ? -1 : 1;
	size_t i = shadow_dst > shadow_src ? count - 1 : 0;
	u32 old = 0, new = 0;

	for (; count; count--, i += step) {
		u32 shadow = shadow_src[i];

		shadow_dst[i] = shadow;
		if (!shadow) {
			origin_dst[i] = 0;
			continue;
		}
		if (origin_src[i] != old) {
			old = origin_src[i];
			/* If there is no room for another, the old one stays. */
			new = kmsan_internal_chain_origin(old) ?: old;
		}
		origin_dst[i] = new;
	}
}

/**
 * kmsan_copy_range() - copy the metadata of a range, as memmove() does
 * @shadow_dst: the shadow of the copy
 * @shadow_src: the shadow of what is copied
 * @origin_dst: the slot of the copy's first byte
 * @origin_src: the slot of the first byte that is copied
 * @size: how many bytes
 *
 * Return: false if that has to be done byte by byte.
 */
static __always_inline bool
kmsan_copy_range(u8 *shadow_dst, const u8 *shadow_src, u32 *origin_dst,
		 const u32 *origin_src, size_t size)
{
	unsigned long to = (unsigned long)shadow_dst;
	unsigned long from = (unsigned long)shadow_src;
	size_t slot = KMSAN_ORIGIN_SIZE;

	if (kmsan_is_clean(shadow_src, size)) {
		__memset(shadow_dst, 0, size);
		kmsan_set_origins(origin_dst, (u32 *)ALIGN_DOWN(to, slot),
				  (to % slot + size + slot - 1) / slot, 0);
		return true;
	}
	if (!IS_ALIGNED(to | from | size, slot))
		return false;
	kmsan_copy_slots((u32 *)to, (const u32 *)from, origin_dst, origin_src,
			 size / slot);
	return true;
}

#endif /* _MM_KMSAN_RANGES_H */
