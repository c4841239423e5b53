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
 *	application          shadow               origins
 *	low   [0x00, 0x01)   [0x02, 0x03)         [0x04, 0x05)
 *	mid   [0x55, 0x66)   [0x10, 0x21)         [0x21, 0x32)
 *	high  [0x6f, 0x80)   [0x32, 0x43)         [0x43, 0x54)
 *
 * The spans of mid and high hold 32 bits of page randomisation, the most that
 * vm.mmap_rnd_bits takes.  All other addresses have no metadata.
 */
#ifndef KMSAN_LAYOUT_H
#define KMSAN_LAYOUT_H

#include "internal.h"

#define KMSAN_TB_SHIFT 40
#define KMSAN_TB(n) ((uintptr_t)(n) << KMSAN_TB_SHIFT)

/* X(name, first TB, number of TB, TB of its shadow, TB of its origins) */
#define KMSAN_LAYOUT(X)                                                        \
	X(high, 0x6f, 0x11, 0x32, 0x43)                                        \
	X(mid, 0x55, 0x11, 0x10, 0x21)                                         \
	X(low, 0x00, 0x01, 0x02, 0x04)

/*
 * Terabytes of each region; 0 until the metadata is mapped, so that the range
 * test of the fast path doubles as the test for that.
 */
struct kmsan_spans {
#define KMSAN_SPAN(name, first, span, shadow, origin) uintptr_t name;
	KMSAN_LAYOUT(KMSAN_SPAN)
#undef KMSAN_SPAN
};
extern KMSAN_HIDDEN struct kmsan_spans kmsan_spans;

/**
 * kmsan_known_metadata() - find the metadata of an address, if there is any
 * @address: any address
 * @ret: the answer
 *
 * Never touches memory behind @address nor the metadata itself.
 *
 * Return: true if @ret has been set.
 */
static inline __attribute__((always_inline)) bool
kmsan_known_metadata(const void *address, struct kmsan_metadata_ptr *ret)
{
	uintptr_t addr = (uintptr_t)address, tb = addr >> KMSAN_TB_SHIFT;

#define KMSAN_REGION(name, first, span, shadow_tb, origin_tb)                  \
	if (likely(tb - (first) < kmsan_spans.name)) {                         \
		uintptr_t shadow = addr + KMSAN_TB((shadow_tb) - (first));     \
		uintptr_t origin =                                             \
			shadow + KMSAN_TB((origin_tb) - (shadow_tb));          \
		*ret = (struct kmsan_metadata_ptr){                            \
			(void *)shadow,                                        \
			(void *)ALIGN_DOWN(origin, KMSAN_ORIGIN_SIZE)};        \
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

/**
 * kmsan_shadow() - shadow of a range, or NULL
 * @address: start of the range
 * @size: its length
 *
 * Returns NULL unless the whole range has metadata, then contiguous.
 */
static inline u8 *kmsan_shadow(const void *address, size_t size)
{
	uintptr_t addr = (uintptr_t)address, tb = addr >> KMSAN_TB_SHIFT;

#define KMSAN_REGION(name, first, span, shadow_tb, origin_tb)                  \
	if (tb - (first) < kmsan_spans.name)                                   \
		return size <= KMSAN_TB((first) + (span)) - addr               \
			       ? (u8 *)addr + KMSAN_TB((shadow_tb) - (first))  \
			       : NULL;
	KMSAN_LAYOUT(KMSAN_REGION)
#undef KMSAN_REGION
	return NULL;
}

/* Origin slot of an address that kmsan_shadow() knows. */
static inline kmsan_origin_t *kmsan_origin_slot(const void *address)
{
	return kmsan_metadata(address, false).origin;
}

#endif /* KMSAN_LAYOUT_H */
