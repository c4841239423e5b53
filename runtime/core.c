// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * core.c - the state of ranges of memory: set it, clear it, look for poison.
 *
 * Nothing here looks at the data.  A range that lies partly or wholly outside
 * the regions with metadata counts as initialised and is left alone.
 */
#include "layout.h"
#include "platform.h"

/* From this size on, giving pages back is faster than overwriting them. */
#define KMSAN_ZERO_BY_PAGES (256UL << 10)

/* Clean a range of metadata; big ones are returned to the system. */
static void kmsan_zero(u8 *start, size_t size)
{
	uintptr_t first = ALIGN_UP((uintptr_t)start, KMSAN_PAGE_SIZE);
	uintptr_t end = ALIGN_DOWN((uintptr_t)start + size, KMSAN_PAGE_SIZE);

	if (size < KMSAN_ZERO_BY_PAGES) {
		kmsan_raw_memset(start, 0, size);
		return;
	}
	kmsan_raw_memset(start, 0, first - (uintptr_t)start);
	kmsan_raw_memset((void *)end, 0, (uintptr_t)start + size - end);
	kmsan_platform_zero(first, end - first);
}

static inline void kmsan_fill_origins(kmsan_origin_t *slot, size_t nr,
				      kmsan_origin_t origin)
{
	u64 pair = (u64)origin << 32 | origin;
	any16 four = {pair, pair};
	kmsan_origin_t *last = slot + nr - 4;

	if (nr < 4) {
		while (nr--)
			*slot++ = origin;
		return;
	}
	for (; slot < last; slot += 4)
		*(any16 *)slot = four;
	*(any16 *)last = four;
}

/**
 * kmsan_set_shadow_origin() - give a whole range the same state
 * @addr: start of the range
 * @size: its length
 * @value: shadow for each of its bytes
 * @origin: origin, if @value is not 0
 *
 * An origin is read only where shadow is set.  So cleaning a range leaves the
 * origins alone; a byte next to it that shares an origin may stay poisoned.
 */
void kmsan_set_shadow_origin(const void *addr, size_t size, u8 value,
			     kmsan_origin_t origin)
{
	u8 *shadow = kmsan_shadow(addr, size);
	uintptr_t skew = (uintptr_t)addr % KMSAN_ORIGIN_SIZE;

	if (!shadow || !size)
		return;
	if (!value) {
		kmsan_zero(shadow, size);
		if (size >= KMSAN_ZERO_BY_PAGES)
			kmsan_zero((u8 *)(kmsan_origin_slot(addr) + 1),
				   ALIGN_DOWN(size - KMSAN_ORIGIN_SIZE,
					      KMSAN_ORIGIN_SIZE));
		return;
	}
	/* Many local variables are like that. */
	if (size == sizeof(any4) && !skew) {
		*(any4 *)shadow = value * 0x01010101U;
		*kmsan_origin_slot(addr) = origin;
		return;
	}
	kmsan_raw_memset(shadow, value, size);
	kmsan_fill_origins(kmsan_origin_slot(addr),
			   ALIGN_UP(size + skew, KMSAN_ORIGIN_SIZE) /
				   KMSAN_ORIGIN_SIZE,
			   origin);
}

void kmsan_internal_unpoison(const void *addr, size_t size)
{
	u8 *shadow = kmsan_shadow(addr, size);

	if (likely(shadow && size < KMSAN_ZERO_BY_PAGES))
		kmsan_raw_memset(shadow, 0, size);
	else
		kmsan_set_shadow_origin(addr, size, 0, 0);
}

/* The offset of the first byte that is not 0; there is one. */
static size_t kmsan_first_set(const u8 *shadow)
{
	size_t i = 0;

	while (!shadow[i])
		i++;
	return i;
}

/* The first and the last unit cover up to two; they may overlap. */
#define KMSAN_ANY_END(type, shadow, size)                                      \
	(*(const type *)(shadow) |                                             \
	 *(const type *)((shadow) + (size) - sizeof(type)))

static inline bool kmsan_any_small(const u8 *shadow, size_t size)
{
	if (size >= sizeof(any8))
		return KMSAN_ANY_END(any8, shadow, size);
	if (size >= sizeof(any4))
		return KMSAN_ANY_END(any4, shadow, size);
	while (size)
		if (shadow[--size])
			return true;
	return false;
}

static inline bool kmsan_any(any16 value)
{
	return value[0] | value[1];
}

/**
 * kmsan_first_poisoned() - find the first poisoned byte of a range
 * @addr: start of the range
 * @size: its length
 *
 * Return: its offset, or @size if there is none.
 */
size_t kmsan_first_poisoned(const void *addr, size_t size)
{
	const u8 *shadow = kmsan_shadow(addr, size);
	size_t i = 0;

	if (!shadow)
		return size;
	if (size < sizeof(any16))
		return kmsan_any_small(shadow, size) ? kmsan_first_set(shadow)
						     : size;
	for (; i + 4 * sizeof(any16) <= size; i += 4 * sizeof(any16)) {
		const any16 *q = (const any16 *)(shadow + i);

		if (kmsan_any(q[0] | q[1] | q[2] | q[3]))
			return i + kmsan_first_set(shadow + i);
	}
	for (; i + sizeof(any16) <= size; i += sizeof(any16))
		if (kmsan_any(*(const any16 *)(shadow + i)))
			return i + kmsan_first_set(shadow + i);
	i = size - sizeof(any16);
	return kmsan_any(*(const any16 *)(shadow + i))
		       ? i + kmsan_first_set(shadow + i)
		       : size;
}
