// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * match.c - pair the reports of two builds.
 *
 * First the best pairs are made, with each report in one at most.  A report
 * that is left over but has the same bug as one with a partner joins that pair:
 * a build may report a bug in several places, or on several paths to it.
 */
#include <stdlib.h>
#include <string.h>

#include "match.h"

/* How many partners of one report are looked at for the best pairs. */
#define MAX_PARTNERS 32
/* A candidate that is less similar than this is ignored. */
#define MIN_CANDIDATE 10

struct pair {
	size_t report[2];
	int score;
};

struct pairs {
	struct pair *pair;
	size_t nr, size;
};

/* The most similar one of the other side. */
struct best {
	/* NO_CANDIDATE if there is none. */
	size_t other;
	struct likeness likeness;
};

/* For each report of each side: the best of all, and of the same bug. */
struct search {
	struct best *any[2], *same[2];
	struct pairs pairs;
};

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

static void note(struct best *best, size_t other, struct likeness likeness)
{
	if (best->other != NO_CANDIDATE &&
	    best->likeness.score >= likeness.score)
		return;
	best->other = other;
	best->likeness = likeness;
}

static struct likeness turn(struct likeness likeness)
{
	const char *a = likeness.a;

	likeness.a = likeness.b;
	likeness.b = a;
	return likeness;
}

/* Compare each report of one side with each of the other, once. */
static void find_pairs(const struct comparison *comparison,
		       struct search *search)
{
	const struct set *a = comparison->sets[0], *b = comparison->sets[1];
	struct likeness likeness;
	size_t first;

	for (size_t i = 0; i < a->nr_reports; i++) {
		first = search->pairs.nr;
		for (size_t j = 0; j < b->nr_reports; j++) {
			likeness =
				compare_reports(a->reports[i], b->reports[j]);
			note(&search->any[0][i], j, likeness);
			note(&search->any[1][j], i, turn(likeness));
			if (likeness.difference != SAME_BUG)
				continue;
			note(&search->same[0][i], j, likeness);
			note(&search->same[1][j], i, turn(likeness));
			add_pair(&search->pairs, first,
				 (struct pair){{i, j}, likeness.score});
		}
	}
}

static struct best *new_best(size_t nr)
{
	struct best *best = xalloc(NULL, nr, sizeof(*best));

	for (size_t i = 0; i < nr; i++)
		best[i] = (struct best){.other = NO_CANDIDATE};
	return best;
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

/*
 * Make groups of the best pairs, each report in one at most.  @groups: the
 * group of each report, plus 1, by side.
 */
static void make_groups(struct comparison *comparison, struct pairs *pairs,
			size_t *groups[2])
{
	if (pairs->nr)
		qsort(pairs->pair, pairs->nr, sizeof(*pairs->pair), better);
	for (size_t i = 0; i < pairs->nr; i++) {
		size_t *report = pairs->pair[i].report;

		if (groups[0][report[0]] || groups[1][report[1]])
			continue;
		groups[0][report[0]] = groups[1][report[1]] =
			new_group(comparison, report[0], report[1]) + 1;
	}
}

/* Let reports that are left join the groups of their best partners. */
static void join_left(struct comparison *comparison, int side,
		      const struct best *same, size_t *groups[2])
{
	size_t partner, group;

	for (size_t i = 0; i < comparison->sets[side]->nr_reports; i++) {
		partner = same[i].other;
		if (groups[side][i] || partner == NO_CANDIDATE)
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
		       const struct best *any, const size_t *groups)
{
	size_t nr = comparison->sets[side]->nr_reports;
	struct alone *alone = xalloc(NULL, nr, sizeof(*alone));

	comparison->alone[side] = alone;
	for (size_t i = 0; i < nr; i++) {
		if (groups[i])
			continue;
		*alone = (struct alone){.report = i,
					.candidate = any[i].other,
					.likeness = any[i].likeness};
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
 * compare_sets() - find what both builds report, and what only one does
 * @comparison: filled in; refers to the sets
 * @a: of one build
 * @b: of the other
 */
void compare_sets(struct comparison *comparison, const struct set *a,
		  const struct set *b)
{
	struct search search = {0};
	size_t *groups[2];

	*comparison = (struct comparison){.sets = {a, b}};
	for (int side = 0; side < 2; side++) {
		size_t nr = comparison->sets[side]->nr_reports;

		groups[side] = xalloc(NULL, nr, sizeof(size_t));
		memset(groups[side], 0, nr * sizeof(size_t));
		search.any[side] = new_best(nr);
		search.same[side] = new_best(nr);
	}
	find_pairs(comparison, &search);
	make_groups(comparison, &search.pairs, groups);
	for (int side = 0; side < 2; side++)
		join_left(comparison, side, search.same[side], groups);
	for (int side = 0; side < 2; side++) {
		list_alone(comparison, side, search.any[side], groups[side]);
		free(groups[side]);
		free(search.any[side]);
		free(search.same[side]);
	}
	if (comparison->nr_groups)
		qsort(comparison->groups, comparison->nr_groups,
		      sizeof(*comparison->groups), earlier);
	free(search.pairs.pair);
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
