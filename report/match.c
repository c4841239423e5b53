// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * match.c - pair the reports of two builds.
 *
 * First the best pairs are made, each report in one at most.  A report that is
 * left and is of the same bug as one that found its partner joins them: a build
 * may report a bug at several places, or on several ways to it.
 */
#include <stdlib.h>
#include <string.h>

#include "match.h"

/* How many partners of one report are looked at for the best pairs. */
#define MAX_PARTNERS 32
/* A candidate that is less like a report than this says nothing. */
#define MIN_CANDIDATE 10

struct pair {
	size_t report[2];
	int score;
};

struct pairs {
	struct pair *pair;
	size_t nr, size;
};

static struct likeness likeness_of(const struct comparison *comparison,
				   int side, size_t report, size_t other)
{
	return compare_reports(comparison->sets[side]->reports[report],
			       comparison->sets[!side]->reports[other]);
}

static void add_pair(struct pairs *pairs, size_t first, struct pair pair)
{
	size_t worst = first;

	if (pairs->nr - first == MAX_PARTNERS) {
		for (size_t i = first; i < pairs->nr; i++)
			if (pairs->pair[i].score < pairs->pair[worst].score)
				worst = i;
		if (pairs->pair[worst].score < pair.score)
			pairs->pair[worst] = pair;
		return;
	}
	if (pairs->nr == pairs->size) {
		pairs->size = pairs->size ? pairs->size * 2 : 256;
		pairs->pair =
			xalloc(pairs->pair, pairs->size, sizeof(*pairs->pair));
	}
	pairs->pair[pairs->nr++] = pair;
}

static void find_pairs(const struct comparison *comparison, struct pairs *pairs)
{
	struct likeness likeness;
	size_t first;

	for (size_t i = 0; i < comparison->sets[0]->nr_reports; i++) {
		first = pairs->nr;
		for (size_t j = 0; j < comparison->sets[1]->nr_reports; j++) {
			likeness = likeness_of(comparison, 0, i, j);
			if (likeness.difference == SAME_BUG)
				add_pair(pairs, first,
					 (struct pair){{i, j}, likeness.score});
		}
	}
}

static int better(const void *a, const void *b)
{
	const struct pair *p = a, *q = b;

	if (p->score != q->score)
		return p->score < q->score ? 1 : -1;
	for (int side = 0; side < 2; side++)
		if (p->report[side] != q->report[side])
			return p->report[side] < q->report[side] ? -1 : 1;
	return 0;
}

static void add_member(struct group *group, int side, size_t report)
{
	size_t nr = group->nr_members[side]++;

	group->members[side] =
		xalloc(group->members[side], nr + 1, sizeof(size_t));
	group->members[side][nr] = report;
}

static size_t new_group(struct comparison *comparison, size_t a, size_t b)
{
	struct group *group;

	comparison->groups =
		xalloc(comparison->groups, comparison->nr_groups + 1,
		       sizeof(*comparison->groups));
	group = &comparison->groups[comparison->nr_groups];
	*group = (struct group){0};
	add_member(group, 0, a);
	add_member(group, 1, b);
	return comparison->nr_groups++;
}

/* The most alike of the other side; only those of the same bug if @same. */
static size_t find_best(const struct comparison *comparison, int side,
			size_t report, bool same, struct likeness *best)
{
	size_t found = NO_CANDIDATE;
	struct likeness likeness;

	for (size_t i = 0; i < comparison->sets[!side]->nr_reports; i++) {
		likeness = likeness_of(comparison, side, report, i);
		if (same && likeness.difference != SAME_BUG)
			continue;
		if (found == NO_CANDIDATE || likeness.score > best->score) {
			found = i;
			*best = likeness;
		}
	}
	return found;
}

/* @groups: of which group a report is, plus 1, by side. */
static void join_left(struct comparison *comparison, int side,
		      size_t *groups[2])
{
	struct likeness likeness;
	size_t partner, group;

	for (size_t i = 0; i < comparison->sets[side]->nr_reports; i++) {
		if (groups[side][i])
			continue;
		partner = find_best(comparison, side, i, true, &likeness);
		if (partner == NO_CANDIDATE)
			continue;
		group = groups[!side][partner];
		if (group)
			add_member(&comparison->groups[group - 1], side, i);
		else
			group = new_group(comparison, side ? partner : i,
					  side ? i : partner) +
				1;
		groups[side][i] = group;
		groups[!side][partner] = group;
	}
}

static void list_alone(struct comparison *comparison, int side,
		       const size_t *groups)
{
	size_t nr = comparison->sets[side]->nr_reports;
	struct alone *alone = xalloc(NULL, nr, sizeof(*alone));

	comparison->alone[side] = alone;
	for (size_t i = 0; i < nr; i++) {
		if (groups[i])
			continue;
		*alone = (struct alone){.report = i};
		alone->candidate =
			find_best(comparison, side, i, false, &alone->likeness);
		if (alone->likeness.score < MIN_CANDIDATE)
			alone->candidate = NO_CANDIDATE;
		alone++;
	}
	comparison->nr_alone[side] = alone - comparison->alone[side];
}

static int earlier(const void *a, const void *b)
{
	const struct group *p = a, *q = b;

	return p->members[0][0] < q->members[0][0]   ? -1
	       : p->members[0][0] > q->members[0][0] ? 1
						     : 0;
}

/**
 * compare_sets() - find what two builds both report, and what one does
 * @comparison: filled in; refers to the sets
 * @a: of one build
 * @b: of the other
 */
void compare_sets(struct comparison *comparison, const struct set *a,
		  const struct set *b)
{
	struct pairs pairs = {0};
	size_t *groups[2];

	*comparison = (struct comparison){.sets = {a, b}};
	for (int side = 0; side < 2; side++) {
		size_t nr = comparison->sets[side]->nr_reports;

		groups[side] = xalloc(NULL, nr, sizeof(size_t));
		memset(groups[side], 0, nr * sizeof(size_t));
	}
	find_pairs(comparison, &pairs);
	if (pairs.nr)
		qsort(pairs.pair, pairs.nr, sizeof(*pairs.pair), better);
	for (size_t i = 0; i < pairs.nr; i++) {
		size_t *report = pairs.pair[i].report;

		if (groups[0][report[0]] || groups[1][report[1]])
			continue;
		groups[0][report[0]] = groups[1][report[1]] =
			new_group(comparison, report[0], report[1]) + 1;
	}
	join_left(comparison, 0, groups);
	join_left(comparison, 1, groups);
	list_alone(comparison, 0, groups[0]);
	list_alone(comparison, 1, groups[1]);
	if (comparison->nr_groups)
		qsort(comparison->groups, comparison->nr_groups,
		      sizeof(*comparison->groups), earlier);
	free(pairs.pair);
	free(groups[0]);
	free(groups[1]);
}

void comparison_free(struct comparison *comparison)
{
	for (size_t i = 0; i < comparison->nr_groups; i++) {
		free(comparison->groups[i].members[0]);
		free(comparison->groups[i].members[1]);
	}
	free(comparison->groups);
	free(comparison->alone[0]);
	free(comparison->alone[1]);
}
