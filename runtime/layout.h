/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * layout.h - where metadata lives in an x86-64 process.
 *
 * The kernel puts programs in three places, whatever it randomises: at the
 * bottom (executables that are not position independent, and their heap), from
 * two thirds of the address space on (position-independent ones, and their
 * heap) and at the top (libraries, mappings, stacks).  Each gets a mirror for
 * its shadow and one for its origins at a fixed distance.  In units of 1 TB:
 *
 *	application		shadow			origins
 *	low   [0x00, 0x01)	[0x02, 0x03)		[0x04, 0x05)
 *	mid   [0x55.5, 0x63.5)	[0x47.5, 0x55.5)	[0x1c.5, 0x2a.5)
 *	high  [0x72, 0x80)	[0x64, 0x72)		[0x39, 0x47)
 *
 * The distances of mid and high are the same, those of kmsan-abi.h, so that
 * compiled code need not call the runtime.  No distance would work for low as
 * well: memory at the bottom needs one upwards, memory at the top one
 * downwards.
 *
 * The spans of mid and high hold 31 bits of page randomisation.  With 32, the
 * maximum of vm.mmap_rnd_bits, a program that was placed elsewhere is restarted
 * without randomisation.  All other addresses have no metadata, and the program
 * cannot use them.
 */
#ifndef KMSAN_LAYOUT_H
#define KMSAN_LAYOUT_H

#include "internal.h"

#define KMSAN_TB_SHIFT 40
#define KMSAN_TB(n) ((uintptr_t)(n) << KMSAN_TB_SHIFT)

/* The page of Linux's ELF_ET_DYN_BASE, and a little before it. */
#define KMSAN_MID_START 0x555555400000UL

/* Where libraries, mappings and stacks begin; where the lowest region ends. */
#define KMSAN_HIGH_START KMSAN_TB(0x72)
#define KMSAN_LOW_END KMSAN_TB(1)

/* X(name, start, bytes, distance of its shadow, of its origins) */
#define KMSAN_LAYOUT(X)                                                        \
	X(high, KMSAN_HIGH_START, KMSAN_TB(14), KMSAN_USER_SHADOW_DISTANCE,    \
	  KMSAN_USER_ORIGIN_DISTANCE)                                          \
	X(mid, KMSAN_MID_START, KMSAN_TB(14), KMSAN_USER_SHADOW_DISTANCE,      \
	  KMSAN_USER_ORIGIN_DISTANCE)                                          \
	X(low, 0UL, KMSAN_LOW_END, KMSAN_TB(2), KMSAN_TB(4))

/*
 * Bytes of each region; 0 until the metadata is mapped, so that the range test
 * of the fast path doubles as the test for that.
 */
struct kmsan_spans {
#define KMSAN_SPAN(name, start, span, shadow, origin) uintptr_t name;
	KMSAN_LAYOUT(KMSAN_SPAN)
#undef KMSAN_SPAN
};
/* shadow.c */
extern KMSAN_HIDDEN struct kmsan_spans kmsan_spans;

/**
 * kmsan_known_metadata() - find the metadata of an address, if there is any
 * @address: any address
 * @ret: the answer
 *
 * Touches neither the memory at @address nor the metadata itself.
 *
 * Return: true if @ret has been set.
 */
static inline __attribute__((always_inline)) bool
kmsan_known_metadata(const void *address, struct kmsan_metadata_ptr *ret)
{
	uintptr_t addr = (uintptr_t)address;

#define KMSAN_REGION(name, start, span, shadow, origin)                        \
	if (likely(addr - (start) < kmsan_spans.name)) {                       \
		*ret = (struct kmsan_metadata_ptr){                            \
			(void *)(addr + (shadow)),                             \
			(void *)(ALIGN_DOWN(addr, KMSAN_ORIGIN_SIZE) +         \
				 (origin))};                                   \
		return true;                                                   \
	}
	KMSAN_LAYOUT(KMSAN_REGION)
#undef KMSAN_REGION
	return false;
}

/**
 * kmsan_metadata() - find the metadata of an address, or a dummy page
 * @address: any address
 * @store: which dummy page to use if there is no metadata
 */
static inline __attribute__((always_inline)) struct kmsan_metadata_ptr
kmsan_metadata(const void *address, bool store)
{
	struct kmsan_metadata_ptr ret;

	if (kmsan_known_metadata(address, &ret))
		return ret;
	return kmsan_metadata_slow((uintptr_t)address, store);
}

/* The origin that is stored for an address; 0 if there is no room for one. */
static inline kmsan_origin_t kmsan_origin_at(const void *address)
{
	return *(kmsan_origin_t *)kmsan_metadata(address, false).origin;
}

/**
 * kmsan_shadow() - find the shadow of a range
 * @address: start of the range
 * @size: its length
 *
 * Return: the shadow, which is contiguous; NULL unless the whole range has it.
 */
static inline u8 *kmsan_shadow(const void *address, size_t size)
{
	uintptr_t addr = (uintptr_t)address;

#define KMSAN_REGION(name, start, span, shadow, origin)                        \
	if (addr - (start) < kmsan_spans.name)                                 \
		return size <= (start) + (span) - addr                         \
			       ? (u8 *)addr + (shadow)                         \
			       : NULL;
	KMSAN_LAYOUT(KMSAN_REGION)
#undef KMSAN_REGION
	return NULL;
}

/* Origin slot of an address that kmsan_shadow() knows. */
static inline kmsan_origin_t *kmsan_origin_slot(const void *address)
{
	struct kmsan_metadata_ptr ptr = {};

	kmsan_known_metadata(address, &ptr);
	return ptr.origin;
}

#endif /* KMSAN_LAYOUT_H */
