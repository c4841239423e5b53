// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * origins.c - where poison comes from: stacks, and the chains of stores that a
 * value went through.
 */
#include "layout.h"
#include "unwind.h"

static noinline kmsan_origin_t save_new_stack(const struct kmsan_frame *frame)
{
	unsigned long entries[KMSAN_STACK_DEPTH];
	struct kmsan_walk walk;
	unsigned int nr =
		kmsan_unwind(entries, ARRAY_SIZE(entries), frame, &walk);
	kmsan_origin_t origin = kmsan_depot_save(entries, nr, 0, false);

	kmsan_retrace_save(frame, &walk, origin);
	return origin;
}

kmsan_origin_t kmsan_save_stack(const struct kmsan_frame *frame, bool freed)
{
	kmsan_origin_t origin = kmsan_retrace(frame);

	if (unlikely(!origin))
		origin = save_new_stack(frame);
	return origin | (freed ? KMSAN_ORIGIN_FREED : 0);
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
 * Return: the new origin; @origin itself when its chain has the maximal length,
 * or when the depot is full, as an older origin is better than none.
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
 * Move origins: each slot of the destination that receives poisoned bytes gets
 * the origin that the first of them has in the source.  A slot that receives
 * only clean bytes keeps its own, which a poisoned byte next to the range may
 * still need.
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
 * @dst: destination
 * @src: source
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
