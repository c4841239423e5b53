// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * set.c - the distinct reports of one build.
 *
 * Nothing else grows with a log, and the set grows only with distinct reports,
 * up to a limit.
 */
#include <stdlib.h>
#include <string.h>

#include "set.h"
#include "text.h"

/**
 * set_init() - begin an empty set
 * @set: filled in
 * @max_bytes: how much memory the reports may take
 */
void set_init(struct set *set, size_t max_bytes)
{
	*set = (struct set){.max_bytes = max_bytes};
}

static size_t *find_slot(const struct set *set, const struct report *report)
{
	size_t i = report->hash & (set->nr_slots - 1);

	while (set->slots[i] &&
	       !report_equal(set->reports[set->slots[i] - 1], report))
		i = (i + 1) & (set->nr_slots - 1);
	return &set->slots[i];
}

/* The table is at most half full. */
static void grow(struct set *set)
{
	free(set->slots);
	set->nr_slots = set->nr_slots ? set->nr_slots * 2 : 1024;
	set->slots = xalloc(NULL, set->nr_slots, sizeof(*set->slots));
	memset(set->slots, 0, set->nr_slots * sizeof(*set->slots));
	for (size_t i = 0; i < set->nr_reports; i++)
		*find_slot(set, set->reports[i]) = i + 1;
}

static void add_occurrences(struct report *to, const struct report *from)
{
	to->count += from->count;
	to->count_cut += from->count_cut;
	for (unsigned int i = 0; i < from->nr_ranges; i++)
		report_add_range(to, &from->ranges[i]);
	to->more_ranges |= from->more_ranges;
}

/**
 * set_add() - add a report, or count it if it is there
 * @arg: the set
 * @report: taken over
 */
void set_add(void *arg, struct report *report)
{
	struct set *set = arg;
	size_t *slot;

	set->total++;
	set->total_cut += report->cut_off;
	if (set->nr_reports * 2 >= set->nr_slots)
		grow(set);
	slot = find_slot(set, report);
	if (*slot) {
		add_occurrences(set->reports[*slot - 1], report);
		report_free(report);
		return;
	}
	if (set->bytes + report->bytes > set->max_bytes) {
		set->lost++;
		report_free(report);
		return;
	}
	if (set->nr_reports == set->size_reports) {
		set->size_reports =
			set->size_reports ? set->size_reports * 2 : 64;
		set->reports = xalloc(set->reports, set->size_reports,
				      sizeof(*set->reports));
	}
	set->bytes += report->bytes;
	report->serial = set->nr_reports;
	set->reports[set->nr_reports++] = report;
	*slot = set->nr_reports;
}

/**
 * set_remove() - remove reports
 * @set: nothing may be added later
 * @drop: says which ones
 * @arg: for @drop
 */
void set_remove(struct set *set, bool (*drop)(void *arg, struct report *),
		void *arg)
{
	size_t kept = 0;

	for (size_t i = 0; i < set->nr_reports; i++) {
		struct report *report = set->reports[i];

		if (drop(arg, report)) {
			set->ignored += report->count;
			report_free(report);
		} else {
			set->reports[kept++] = report;
		}
	}
	set->nr_reports = kept;
}


/* Whether @whole has everything that @cut has, as far as that goes. */
static bool begins_like(const struct report *cut, const struct report *whole)
{
	if (whole->cut_off || cut->nr_stacks > whole->nr_stacks ||
	    strcmp(cut->kind, whole->kind) ||
	    !text_same(cut->title.name, whole->title.name) ||
	    cut->title.offset != whole->title.offset)
		return false;
	for (unsigned int i = 0; i < cut->nr_stacks; i++) {
		const struct stack *a = &cut->stacks[i];
		const struct stack *b = &whole->stacks[i];

		if (a->kind != b->kind || a->nr_frames > b->nr_frames ||
		    (a->nr_frames < b->nr_frames && i + 1 < cut->nr_stacks) ||
		    !text_same(a->variable, b->variable))
			return false;
		for (unsigned int f = 0; f < a->nr_frames; f++)
			if (!text_same(a->frames[f].name, b->frames[f].name) ||
			    a->frames[f].offset != b->frames[f].offset)
				return false;
	}
	return true;
}

/**
 * set_join_equal() - join reports that have become equal
 * @set: frames of its reports were changed; nothing may be added later
 */
void set_join_equal(struct set *set)
{
	size_t nr = set->nr_reports, *slot;

	if (!nr)
		return;
	memset(set->slots, 0, set->nr_slots * sizeof(*set->slots));
	set->nr_reports = 0;
	for (size_t i = 0; i < nr; i++) {
		struct report *report = set->reports[i];

		report_hash(report);
		slot = find_slot(set, report);
		if (*slot) {
			add_occurrences(set->reports[*slot - 1], report);
			report_free(report);
		} else {
			set->reports[set->nr_reports++] = report;
			*slot = set->nr_reports;
		}
	}
}

struct join {
	struct set *set;
	/* Whole reports by the hash of their title: chains of indices + 1. */
	size_t *heads, *next, nr_heads;
};

static size_t title_hash(const struct report *report)
{
	const char *name = report->title.name ? report->title.name : "";
	size_t hash = report->title.offset;

	while (*name)
		hash = hash * 31 + (unsigned char)*name++;
	return hash;
}

static bool join_one(const struct join *join, const struct report *report)
{
	size_t i;

	if (!report->cut_off)
		return false;
	for (i = join->heads[title_hash(report) % join->nr_heads]; i;
	     i = join->next[i - 1]) {
		struct report *whole = join->set->reports[i - 1];

		if (!begins_like(report, whole))
			continue;
		add_occurrences(whole, report);
		return true;
	}
	return false;
}

/**
 * set_join_cut() - count reports that were cut off as the whole ones that they
 * begin like
 * @set: all logs have been read; nothing may be added later
 *
 * A report that was cut off and begins like no whole one stays.
 */
void set_join_cut(struct set *set)
{
	struct join join = {.set = set, .nr_heads = set->nr_reports + 1};
	size_t nr = set->nr_reports, kept = 0;
	bool *joined;

	join.heads = xalloc(NULL, join.nr_heads, sizeof(*join.heads));
	join.next = xalloc(NULL, join.nr_heads, sizeof(*join.next));
	memset(join.heads, 0, join.nr_heads * sizeof(*join.heads));
	for (size_t i = nr; i-- > 0;) {
		size_t *head = &join.heads[title_hash(set->reports[i]) %
					   join.nr_heads];

		if (set->reports[i]->cut_off)
			continue;
		join.next[i] = *head;
		*head = i + 1;
	}
	/*
	 * Chains consist of indices, so reports must not move before the end.
	 */
	joined = xalloc(NULL, nr, sizeof(*joined));
	for (size_t i = 0; i < nr; i++)
		joined[i] = join_one(&join, set->reports[i]);
	for (size_t i = 0; i < nr; i++) {
		if (joined[i])
			report_free(set->reports[i]);
		else
			set->reports[kept++] = set->reports[i];
	}
	set->nr_reports = kept;
	free(joined);
	free(join.heads);
	free(join.next);
}

void set_free(struct set *set)
{
	for (size_t i = 0; i < set->nr_reports; i++)
		report_free(set->reports[i]);
	for (unsigned int i = 0; i < set->nr_logs; i++) {
		free((char *)set->logs[i].name);
		boots_free(&set->logs[i].boots);
	}
	free(set->logs);
	free(set->reports);
	free(set->slots);
}
