/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * options.h - what the user asks for.
 */
#ifndef KMSAN_REPORT_OPTIONS_H
#define KMSAN_REPORT_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#define MAX_NAMES 64

enum command {
	COMMAND_LIST,
	COMMAND_COMPARE,
	COMMAND_RUN,
};

enum format {
	FORMAT_TEXT,
	FORMAT_JSON,
	FORMAT_HTML,
	FORMAT_JUNIT,
	FORMAT_SARIF,
	NR_FORMATS,
};

enum when {
	WHEN_AUTO,
	WHEN_ALWAYS,
	WHEN_NEVER,
};

enum order {
	ORDER_FIRST,
	ORDER_COUNT,
	ORDER_NAME,
};

struct names_list {
	const char *names[MAX_NAMES];
	unsigned int nr;
};

struct options {
	enum command command;
	/*
	 * The arguments after the command, NULL at the end: for run, what it
	 * runs.
	 */
	char **logs;
	int nr_logs;

	enum format format;
	enum when color;
	enum order order;
	/* NULL for standard output. */
	const char *output;
	struct names_list ignore;
	/* For compare: the first is A's, the second B's. */
	struct names_list symbols, modules;
	size_t max_bytes;
	unsigned int max_frames;
	bool brief, title, quiet, exit_code, by_origin;
};

void options_parse(struct options *options, int argc, char **argv);

#endif
