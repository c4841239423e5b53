// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * shadow.c - where metadata lives: the mapping itself, its reservation and the
 * pages that stand in for missing metadata.
 */
#include <errno.h>

#include "layout.h"
#include "platform.h"

struct kmsan_spans kmsan_spans;

/*
 * The metadata of an address that has none.  Loads must find it clean whatever
 * happens, so theirs is constant; stores may leave anything in theirs.  The
 * second page of each is slack for the low bits of the address.
 */
static const u8 kmsan_dummy_load[2 * KMSAN_PAGE_SIZE]
	__attribute__((aligned(KMSAN_PAGE_SIZE)));
static u8 kmsan_dummy_store[2 * KMSAN_PAGE_SIZE]
	__attribute__((aligned(KMSAN_PAGE_SIZE)));

/**
 * kmsan_dummy_metadata() - what stands in for the metadata of an address
 * @addr: the address
 * @store: whether the caller is going to write metadata
 */
struct kmsan_metadata_ptr kmsan_dummy_metadata(uintptr_t addr, bool store)
{
	u8 *page = store ? kmsan_dummy_store : (u8 *)kmsan_dummy_load;

	/* Callers rely on shadow being aligned as the data are. */
	page += addr % KMSAN_SLOT_SIZE;
	return (struct kmsan_metadata_ptr){
		page, (void *)ALIGN_DOWN((uintptr_t)page, KMSAN_ORIGIN_SIZE)};
}

/* Ranges of the address space; without metadata, they are the program's. */
struct kmsan_span {
	uintptr_t start;
	size_t size;
	bool metadata;
};

static struct kmsan_span kmsan_map[] = {
#define KMSAN_MAP(name, start, span, shadow, origin)                           \
	{(start), (span), false},                                              \
	{(start) + (shadow), (span), true},                                    \
	{(start) + (origin), (span), true},
	KMSAN_LAYOUT(KMSAN_MAP)
#undef KMSAN_MAP
};

static void kmsan_sort_map(void)
{
	for (size_t i = 1; i < ARRAY_SIZE(kmsan_map); i++)
		for (size_t j = i; j && kmsan_map[j - 1].start >
						kmsan_map[j].start;
		     j--) {
			struct kmsan_span span = kmsan_map[j];

			kmsan_map[j] = kmsan_map[j - 1];
			kmsan_map[j - 1] = span;
		}
}

/*
 * Reserve a range, for metadata or to keep it free.  If something is in the
 * way, it is there by chance, so try again without randomisation.
 */
static bool kmsan_reserve(uintptr_t start, size_t size, bool metadata)
{
	int error = kmsan_platform_reserve(start, size, metadata);

	if (!error)
		return true;
	if (error == -EEXIST)
		kmsan_platform_restart();
	kmsan_explain_reservation(start, size, error);
	return false;
}

/* Object files that compute where metadata is have this symbol. */
extern const char __msan_at_distance __attribute__((weak));

/*
 * No distance works for both the lowest and the highest addresses.  So a
 * program with such object files must not use the lowest.
 */
static bool kmsan_give_up_low(void)
{
	if (!&__msan_at_distance)
		return true;
	kmsan_spans.low = 0;
	if (kmsan_platform_program() >= KMSAN_LOW_END)
		return true;
	kmsan_pr("KMSAN: this program is position-dependent, and has objects "
		 "that are not made for that; link it with -pie, or compile "
		 "all of it with -fno-pie or "
		 "-fplugin-arg-kmsan-metadata=call\n");
	kmsan_pr_flush();
	return false;
}

/**
 * kmsan_shadow_init() - reserve shadow and origins of all regions
 *
 * Return: false, after a message, if the address space cannot hold them.
 */
bool kmsan_shadow_init(void)
{
	uintptr_t end = 0;

	if (kmsan_platform_is_valgrind()) {
		kmsan_pr("KMSAN: Valgrind cannot run this program: it would "
			 "need memory for each page of terabytes; run it by "
			 "itself, or build it without kmsan-gcc\n");
		kmsan_pr_flush();
		return false;
	}
	kmsan_sort_map();
	for (size_t i = 0; i < ARRAY_SIZE(kmsan_map); i++) {
		const struct kmsan_span *span = &kmsan_map[i];

		if (span->start > end &&
		    !kmsan_reserve(end, span->start - end, false))
			return false;
		if (span->metadata &&
		    !kmsan_reserve(span->start, span->size, true))
			return false;
		end = span->start + span->size;
	}
	if (kmsan_platform_is_crowded(KMSAN_HIGH_START, KMSAN_TB(1)))
		kmsan_platform_restart();
#define KMSAN_ENABLE(name, start, span, shadow, origin) kmsan_spans.name = span;
	KMSAN_LAYOUT(KMSAN_ENABLE)
#undef KMSAN_ENABLE
	return kmsan_give_up_low();
}
