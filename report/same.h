/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * same.h - whether reports of two builds are of the same bug.
 */
#ifndef KMSAN_REPORT_SAME_H
#define KMSAN_REPORT_SAME_H

#include "report.h"

/* Why two reports are not of the same bug. */
enum difference {
	SAME_BUG,
	DIFFERENT_KIND,
	DIFFERENT_USE,
	DIFFERENT_ORIGIN,
	DIFFERENT_VARIABLE,
	DIFFERENT_CREATION,
};

struct likeness {
	enum difference difference;
	/* The higher, the more alike. */
	int score;
	/*
	 * For DIFFERENT_USE and DIFFERENT_CREATION: the two functions that do
	 * not go together; NULL if nothing is common.
	 */
	const char *a, *b;
};

struct likeness compare_reports(struct report *a, struct report *b);
void explain_difference(const struct likeness *likeness, const struct report *a,
			const struct report *b, char *text, size_t room);

#endif
