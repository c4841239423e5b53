/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * prefix.h - what logs put before a line.
 */
#ifndef KMSAN_REPORT_PREFIX_H
#define KMSAN_REPORT_PREFIX_H

#define MAX_CALLER 48
#define MAX_TIME 40

struct prefix {
	/* Who printed the line: "T123", "C0", "prog[123]"; "" if not said. */
	char caller[MAX_CALLER];
	/* When, in the log's own words; "" if not said. */
	char time[MAX_TIME];
};

const char *prefix_skip(const char *text, struct prefix *prefix);

#endif
