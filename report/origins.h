/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * origins.h - reports by where their values come from.
 */
#ifndef KMSAN_REPORT_ORIGINS_H
#define KMSAN_REPORT_ORIGINS_H

#include "set.h"

struct origin {
	/* Indices into the set, in its order; the first stands for all. */
	size_t *members;
	size_t nr_members;
	/* Occurrences of all of them. */
	unsigned long count;
};

struct origins {
	/* In the order of the first member of each, or by count. */
	struct origin *origins;
	size_t nr;
};

void origins_find(struct origins *origins, const struct set *set,
		  bool by_count);
void origins_free(struct origins *origins);

#endif
