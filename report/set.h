/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * set.h - the distinct reports of one build.
 */
#ifndef KMSAN_REPORT_SET_H
#define KMSAN_REPORT_SET_H

#include "log.h"
#include "report.h"

struct set {
	struct log *logs;
	unsigned int nr_logs;

	/* In the order of their first occurrence. */
	struct report **reports;
	size_t nr_reports, size_reports;
	/* Occurrences, and those that were cut off. */
	unsigned long total, total_cut;
	/* Occurrences of reports that had no room. */
	unsigned long lost;
	unsigned long ignored;

	size_t bytes, max_bytes;
	/* Hash table of indices into reports, plus 1. */
	size_t *slots, nr_slots;
};

void set_init(struct set *set, size_t max_bytes);
void set_add(void *set, struct report *report);
void set_join_cut(struct set *set);
void set_join_equal(struct set *set);
void set_remove(struct set *set, bool (*drop)(void *arg, struct report *),
		void *arg);
void set_free(struct set *set);

#endif
