// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * shadow.c - where metadata lives: the mapping itself, its reservation and the
 * pages that stand in where there is none.
 */
#include "layout.h"
#include "platform.h"

struct kmsan_spans kmsan_spans;

/*
 * What a getter hands out for an address without metadata.  Loads must find it
 * clean whatever happens, so theirs is constant; stores may leave anything in
 * theirs.  One more page each is the slack for the low bits of the address.
 */
static const u8 kmsan_dummy_load[2 * KMSAN_PAGE_SIZE]
	__attribute__((aligned(KMSAN_PAGE_SIZE)));
static u8 kmsan_dummy_store[2 * KMSAN_PAGE_SIZE]
	__attribute__((aligned(KMSAN_PAGE_SIZE)));

/**
 * kmsan_metadata_slow() - metadata of an address that failed the range tests
 * @addr: the address
 * @store: whether the caller is going to write metadata
 *
 * Either the address has no metadata, or this is the first call in the life
 * of the process, from a resolver or constructor that runs before ours.
 */
__cold struct kmsan_metadata_ptr kmsan_metadata_slow(uintptr_t addr, bool store)
{
	u8 *page = store ? kmsan_dummy_store : (u8 *)kmsan_dummy_load;

	if (unlikely(!kmsan_ready)) {
		kmsan_init();
		if (kmsan_ready)
			return kmsan_metadata((void *)addr, store);
	}
	/* Stay on the shadow's alignment: callers rely on that of the data. */
	page += addr % KMSAN_SLOT_SIZE;
	return (struct kmsan_metadata_ptr){
		page, (void *)ALIGN_DOWN((uintptr_t)page, KMSAN_ORIGIN_SIZE)};
}

static bool kmsan_reserve(uintptr_t start, size_t size)
{
	int error = kmsan_platform_reserve(start, size);

	if (!error)
		return true;
	kmsan_platform_explain(start, size, error);
	return false;
}

/**
 * kmsan_shadow_init() - reserve shadow and origins of all regions
 *
 * Returns false, having said why, if the address space cannot hold them.
 */
bool kmsan_shadow_init(void)
{
#define KMSAN_RESERVE(name, first, span, shadow, origin)                       \
	if (!kmsan_reserve(KMSAN_TB(shadow), KMSAN_TB(span)) ||                \
	    !kmsan_reserve(KMSAN_TB(origin), KMSAN_TB(span)))                  \
		return false;
	KMSAN_LAYOUT(KMSAN_RESERVE)
#undef KMSAN_RESERVE
#define KMSAN_ENABLE(name, first, span, shadow, origin) kmsan_spans.name = span;
	KMSAN_LAYOUT(KMSAN_ENABLE)
#undef KMSAN_ENABLE
	return true;
}
