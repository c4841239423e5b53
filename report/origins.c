// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * origins.c - reports by where their values come from.
 *
 * Memory that one function writes unseen, because it has no hook or its library
 * is not instrumented, is used in many places, but was created in one.
 */
#include <stdlib.h>
#include <string.h>

#include "origins.h"
#include "names.h"

/* How many functions of a stack identify a place, as for compare. */
#define NR_PLACE 3

/* The frames that identify where a value was created. */
struct place {
	/* STACK_USE stands for a place that is not known. */
	enum stack_kind kind;
	const char *variable;
	const struct frame *frames[NR_PLACE];
	unsigned int nr;
	uint64_t hash;
};

static bool is_allocator(const struct frame *frame)
{
	return frame->name && !frame->module &&
	       name_of_function(frame->name)->allocator;
}

/*
 * The place is identified by up to three functions that were not inlined, after
 * those of the allocator: the program may have an allocator of its own, and all
 * stacks end in main().
 */
static struct place find_place(const struct report *report)
{
	const struct stack *stack = report_creation(report);
	struct place place = {.kind = STACK_USE};
	unsigned int i = 0;

	if (!stack || stack->unavailable || !stack->nr_frames)
		return place;
	place.kind = stack->kind;
	place.variable = stack->variable;
	place.hash =
		report_hash_text(REPORT_HASH + stack->kind, stack->variable);
	while (i + 1 < stack->nr_frames && is_allocator(&stack->frames[i]))
		i++;
	for (; i < stack->nr_frames && place.nr < NR_PLACE; i++) {
		const struct frame *frame = &stack->frames[i];

		if (frame->inlined || frame->uncertain)
			continue;
		place.frames[place.nr++] = frame;
		place.hash = frame_hash(place.hash, frame);
	}
	return place;
}

static bool same_place(const struct place *a, const struct place *b)
{
	if (a->hash != b->hash || a->kind != b->kind || a->nr != b->nr ||
	    !a->variable != !b->variable ||
	    (a->variable && strcmp(a->variable, b->variable)))
		return false;
	for (unsigned int i = 0; i < a->nr; i++)
		if (!frame_equal(a->frames[i], b->frames[i]))
			return false;
	return true;
}

struct finder {
	struct place *places;
	/* The index of each place, plus 1: a hash table, at most half full. */
	size_t *slots, nr_slots;
};

/* Which origin it is; the number of origins if it is a new one. */
static size_t find_origin(struct finder *finder, const struct place *place,
			  size_t nr)
{
	size_t i = place->hash & (finder->nr_slots - 1);

	for (; finder->slots[i]; i = (i + 1) & (finder->nr_slots - 1))
		if (same_place(&finder->places[finder->slots[i] - 1], place))
			return finder->slots[i] - 1;
	finder->places[nr] = *place;
	finder->slots[i] = nr + 1;
	return nr;
}

static void add_member(struct origin *origin, size_t report,
		       unsigned long count)
{
	size_t nr = origin->nr_members++;

	/* By powers of two: one origin may have all reports. */
	if (!(nr & (nr - 1)))
		origin->members = xalloc(origin->members, nr ? nr * 2 : 1,
					 sizeof(*origin->members));
	origin->members[nr] = report;
	origin->count += count;
}

static int more(const void *a, const void *b)
{
	const struct origin *p = a, *q = b;

	if (p->count != q->count)
		return p->count < q->count ? 1 : -1;
	return p->members[0] < q->members[0] ? -1 : 1;
}

/**
 * origins_find() - group the reports of a set by origin
 * @origins: filled in
 * @set: must outlive it
 * @by_count: what was reported most comes first
 *
 * All reports without a known origin are in one group.
 */
void origins_find(struct origins *origins, const struct set *set, bool by_count)
{
	struct finder finder = {.nr_slots = 16};
	size_t nr = set->nr_reports;

	while (finder.nr_slots < 2 * nr)
		finder.nr_slots *= 2;
	finder.places = xalloc(NULL, nr, sizeof(*finder.places));
	finder.slots = xalloc(NULL, finder.nr_slots, sizeof(*finder.slots));
	memset(finder.slots, 0, finder.nr_slots * sizeof(*finder.slots));
	origins->origins = xalloc(NULL, nr, sizeof(*origins->origins));
	memset(origins->origins, 0, nr * sizeof(*origins->origins));
	origins->nr = 0;
	for (size_t i = 0; i < nr; i++) {
		struct place place = find_place(set->reports[i]);
		size_t origin = find_origin(&finder, &place, origins->nr);

		origins->nr += origin == origins->nr;
		add_member(&origins->origins[origin], i,
			   set->reports[i]->count);
	}
	if (by_count && origins->nr)
		qsort(origins->origins, origins->nr, sizeof(*origins->origins),
		      more);
	free(finder.places);
	free(finder.slots);
}

void origins_free(struct origins *origins)
{
	for (size_t i = 0; i < origins->nr; i++)
		free(origins->origins[i].members);
	free(origins->origins);
}
