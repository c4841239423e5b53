/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * log.h - read a log.
 */
#ifndef KMSAN_REPORT_LOG_H
#define KMSAN_REPORT_LOG_H

#include <stdio.h>

#include "boot.h"
#include "parse.h"

struct log {
	/* As the user gave it, made valid text. */
	const char *name;
	unsigned long lines;
	/* Lines that seem to belong to a report, but cannot be parsed. */
	unsigned long damaged;
	uint64_t bytes;
	/* Look for boots: costs time, and only symbols.c asks for them. */
	bool wants_boots;
	struct boots boots;
};

/* Why a log could not be read; @line is 0 where it is not about a line. */
struct log_error {
	unsigned long line;
	char text[256];
};

bool log_read(struct log *log, FILE *file, const struct sink *sink,
	      struct log_error *error);

#endif
