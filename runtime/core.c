// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * core.c - operations on ranges of metadata: poison, unpoison, move, check.
 *
 * Nothing here looks at the data.  A range that lies partly or wholly outside
 * of the regions with metadata counts as initialised and is left alone.
 */
#include "layout.h"
#include "platform.h"

/* From here on, giving pages back beats overwriting them. */
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

static void kmsan_fill_origins(kmsan_origin_t *slot, size_t nr,
			       kmsan_origin_t origin)
{
	u64 pair = (u64)origin << 32 | origin;

	for (; nr && (uintptr_t)slot % sizeof(pair); nr--)
		*slot++ = origin;
	for (; nr >= 2; nr -= 2, slot += 2)
		*(u64 __attribute__((may_alias)) *)slot = pair;
	if (nr)
		*slot = origin;
}

/**
 * kmsan_set_shadow_origin() - give a whole range the same state
 * @addr: start of the range
 * @size: its length
 * @value: shadow for each of its bytes
 * @origin: origin, if @value is not 0
 *
 * An origin is read only where shadow is set.  Cleaning a range therefore
 * leaves the origins alone, and with them those of bytes that share a slot
 * with the range and stay poisoned.
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
	kmsan_raw_memset(shadow, value, size);
	kmsan_fill_origins(kmsan_origin_slot(addr),
			   ALIGN_UP(size + skew, KMSAN_ORIGIN_SIZE) /
				   KMSAN_ORIGIN_SIZE,
			   origin);
}

void kmsan_internal_unpoison(const void *addr, size_t size)
{
	kmsan_set_shadow_origin(addr, size, 0, 0);
}

kmsan_origin_t kmsan_save_stack(const struct kmsan_frame *frame, bool freed)
{
	unsigned long entries[KMSAN_STACK_DEPTH];
	unsigned int nr = kmsan_unwind(entries, ARRAY_SIZE(entries), frame);

	return kmsan_depot_save(entries, nr, 0, freed);
}

void kmsan_internal_poison(const void *addr, size_t size,
			   const struct kmsan_frame *frame, bool freed)
{
	if (size)
		kmsan_set_shadow_origin(addr, size, 0xff,
					kmsan_save_stack(frame, freed));
}

/**
 * kmsan_internal_chain() - add "was stored to memory here" to an origin
 * @origin: origin of the value
 * @frame: where the stack of the store starts
 *
 * Returns @origin itself when its chain is as long as chains get, or when the
 * depot is full: an older origin is better than none.
 */
kmsan_origin_t kmsan_internal_chain(kmsan_origin_t origin,
				    const struct kmsan_frame *frame)
{
	unsigned int depth = kmsan_origin_depth(origin);
	unsigned long entries[3];
	kmsan_origin_t link;

	if (!(origin & KMSAN_ORIGIN_INDEX_MASK) ||
	    depth == KMSAN_MAX_ORIGIN_DEPTH)
		return origin;
	entries[0] = KMSAN_CHAIN_MAGIC;
	entries[1] = kmsan_save_stack(frame, false);
	entries[2] = origin;
	link = kmsan_depot_save(entries, ARRAY_SIZE(entries), depth + 1,
				origin & KMSAN_ORIGIN_FREED);
	return link & KMSAN_ORIGIN_INDEX_MASK ? link : origin;
}

/**
 * kmsan_first_poisoned() - find the first poisoned byte of a range
 * @addr: start of the range
 * @size: its length
 *
 * Returns its offset, or @size if there is none.
 */
size_t kmsan_first_poisoned(const void *addr, size_t size)
{
	typedef u64 __attribute__((may_alias)) word;
	const u8 *shadow = kmsan_shadow(addr, size);
	size_t i = 0;

	if (!shadow)
		return size;
	for (; i < size && (uintptr_t)(shadow + i) % sizeof(word); i++)
		if (shadow[i])
			return i;
	for (; i + 4 * sizeof(word) <= size; i += 4 * sizeof(word)) {
		const word *w = (const word *)(shadow + i);

		if (w[0] | w[1] | w[2] | w[3])
			break;
	}
	for (; i < size; i++)
		if (shadow[i])
			return i;
	return size;
}

/* A run of equal origins gets one link; moves are long, stacks expensive. */
struct kmsan_chain_cache {
	kmsan_origin_t from, to;
	const struct kmsan_frame *frame;
};

static kmsan_origin_t kmsan_chain_cached(struct kmsan_chain_cache *cache,
					 kmsan_origin_t origin)
{
	if (origin != cache->from) {
		cache->from = origin;
		cache->to = cache->frame
				    ? kmsan_internal_chain(origin, cache->frame)
				    : origin;
	}
	return cache->to;
}

/*
 * Origins of a move: each slot of the destination that receives a poisoned
 * byte gets the origin of the first one, as the byte it came from has it.  A
 * slot that receives only clean bytes keeps its own, which a poisoned
 * neighbour of the range may still need.
 */
static void kmsan_move_origins(const void *dst, const void *src, size_t size,
			       const struct kmsan_frame *frame)
{
	const u8 *shadow = kmsan_shadow(src, size);
	struct kmsan_chain_cache cache = {.frame = frame};
	const kmsan_origin_t *from = kmsan_origin_slot(src);
	kmsan_origin_t *to = kmsan_origin_slot(dst);
	size_t from_skew = (uintptr_t)src % KMSAN_ORIGIN_SIZE;
	size_t to_skew = (uintptr_t)dst % KMSAN_ORIGIN_SIZE;
	size_t nr =
		ALIGN_UP(to_skew + size, KMSAN_ORIGIN_SIZE) / KMSAN_ORIGIN_SIZE;
	/* Walk so that an overlapping source is read before it is written. */
	bool backwards = (uintptr_t)dst > (uintptr_t)src;

	for (size_t n = 0; n < nr; n++) {
		size_t slot = backwards ? nr - 1 - n : n;
		size_t start = slot * KMSAN_ORIGIN_SIZE;
		size_t end = start + KMSAN_ORIGIN_SIZE - to_skew;
		size_t i = start < to_skew ? 0 : start - to_skew;

		if (end > size)
			end = size;
		while (i < end && !shadow[i])
			i++;
		if (i < end)
			to[slot] = kmsan_chain_cached(
				&cache,
				from[(from_skew + i) / KMSAN_ORIGIN_SIZE]);
	}
}

/**
 * kmsan_internal_memmove() - move metadata as memmove() moves data
 * @dst: where to
 * @src: where from
 * @size: how many bytes
 * @frame: where the stack of this store starts, or NULL to keep the origins as
 *	they are
 *
 * A source without metadata counts as clean.
 */
void kmsan_internal_memmove(const void *dst, const void *src, size_t size,
			    const struct kmsan_frame *frame)
{
	u8 *to = kmsan_shadow(dst, size);

	if (!size || dst == src || !to)
		return;
	if (kmsan_first_poisoned(src, size) == size) {
		kmsan_internal_unpoison(dst, size);
		return;
	}
	kmsan_move_origins(dst, src, size, frame);
	kmsan_raw_memmove(to, kmsan_shadow(src, size), size);
}

/**
 * kmsan_internal_check() - report what is uninitialised in a range
 * @addr: start of the range
 * @size: its length
 * @frame: where the reported stack starts
 * @caller: tells repetitions apart where @frame is always the same
 *
 * Neighbouring bytes of one origin make one report.
 */
void kmsan_internal_check(const void *addr, size_t size,
			  const struct kmsan_frame *frame, const void *caller)
{
	struct kmsan_report report = {.frame = frame,
				      .caller = caller,
				      .address = addr,
				      .size = size};
	const u8 *shadow = kmsan_shadow(addr, size);
	size_t i = kmsan_first_poisoned(addr, size);

	while (i < size) {
		const char *bytes = addr;

		report.first = i;
		report.origin = *kmsan_origin_slot(bytes + i);
		while (i < size && shadow[i] &&
		       *kmsan_origin_slot(bytes + i) == report.origin)
			i++;
		report.last = i - 1;
		kmsan_report(&report);
		i += kmsan_first_poisoned(bytes + i, size - i);
	}
}
