/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * match.h - pair the reports of two builds.
 */
#ifndef KMSAN_REPORT_MATCH_H
#define KMSAN_REPORT_MATCH_H

#include "same.h"
#include "set.h"

/* Reports of both sides that have one bug. */
struct group {
	size_t *members[2];
	size_t nr_members[2];
};

/* A report that has no match. */
struct alone {
	size_t report;
	/* The most similar report of the other side, or NO_CANDIDATE. */
	size_t candidate;
	struct likeness likeness;
};

#define NO_CANDIDATE ((size_t)-1)

/* Side 0 is A, side 1 is B. */
struct comparison {
	const struct set *sets[2];
	struct group *groups;
	size_t nr_groups;
	struct alone *alone[2];
	size_t nr_alone[2];
};

void compare_sets(struct comparison *comparison, const struct set *a,
		  const struct set *b);
void comparison_free(struct comparison *comparison);

#endif
