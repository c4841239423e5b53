/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * output.h - what the forms of output share, and the entry points of each.
 */
#ifndef KMSAN_REPORT_OUTPUT_H
#define KMSAN_REPORT_OUTPUT_H

#include <stdio.h>

#include "match.h"
#include "set.h"

/* Room for a line of output; longer ones are cut. */
#define MAX_LINE 2048

struct output {
	FILE *file;
	bool color;
	/* One line for each report. */
	bool brief;
	/* With the title that syzkaller would give it. */
	bool title;
	/*
	 * list groups reports by where their values come from, the most
	 * frequent first.
	 */
	bool by_origin, by_count;
	/* How many frames of a stack are printed at most; 0 for all. */
	unsigned int max_frames;
};

void text_list(const struct output *out, const struct set *set);
void text_compare(const struct output *out,
		  const struct comparison *comparison);
void json_list(const struct output *out, const struct set *set);
void json_compare(const struct output *out,
		  const struct comparison *comparison);
void junit_list(const struct output *out, const struct set *set);
void junit_compare(const struct output *out,
		   const struct comparison *comparison);
void sarif_list(const struct output *out, const struct set *set);
void sarif_compare(const struct output *out,
		   const struct comparison *comparison);
void html_list(const struct output *out, const struct set *set);
void html_compare(const struct output *out,
		  const struct comparison *comparison);

void put_escaped(FILE *file, const char *text);
uint64_t report_fingerprint(const struct report *report);
/* "f+0x1/0x20 [m] file.c:3", as plain text. */
size_t frame_format(const struct frame *frame, char *text, size_t room);
/* "Uninit was created at:" and the like, in words. */
void stack_title(const struct stack *stack, char *text, size_t room);
/* "local variable x of f", "memory of f" or "unknown origin". */
void origin_title(const struct report *report, char *text, size_t room);
void range_format(const struct range *range, char *text, size_t room);
/* "kind in function". */
void report_title(const struct report *report, char *text, size_t room);

#endif
