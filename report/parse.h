/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * parse.h - turn the lines of a log into reports.
 */
#ifndef KMSAN_REPORT_PARSE_H
#define KMSAN_REPORT_PARSE_H

#include "frame.h"
#include "report.h"

/* Lines that this many callers print at once are kept apart. */
#define MAX_OPEN 64
/* A report has ended if none of this many lines belongs to it. */
#define MAX_SILENCE 2000

struct parser;

/* Where the results go. */
struct sink {
	void *arg;
	/* Takes over the report. */
	void (*report)(void *arg, struct report *report);
	/*
	 * A line seems to belong to a report, but cannot be parsed; may be
	 * NULL.
	 */
	void (*damaged)(void *arg, unsigned long line, const char *what);
};

struct parser *parser_new(const char *log, const struct sink *sink);
bool parser_busy(const struct parser *parser);
void parser_line(struct parser *parser, const char *text, unsigned long number);
void parser_end(struct parser *parser);

#endif
