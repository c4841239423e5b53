// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * html-report.c - a report as HTML, alone or next to one of another build.
 *
 * Side by side, equal functions of two stacks are in one row, so that functions
 * of only one of them stand out.
 */
#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "html-report.h"
#include "names.h"
#include "output.h"


__attribute__((format(printf, 2, 3))) static void
put_format(FILE *file, const char *format, ...)
{
	char line[MAX_LINE];
	va_list args;

	va_start(args, format);
	vsnprintf(line, sizeof(line), format, args);
	va_end(args);
	put_escaped(file, line);
}

static void put_stack(FILE *file, const struct stack *stack)
{
	char line[MAX_LINE];

	stack_title(stack, line, sizeof(line));
	fputs("<h4>", file);
	put_escaped(file, line);
	fputs("</h4>\n<pre>", file);
	for (unsigned int i = 0; i < stack->nr_frames; i++) {
		const struct frame *frame = &stack->frames[i];
		bool dim = frame->inlined || frame->uncertain;

		frame_format(frame, line, sizeof(line));
		fputs(dim ? "<i>" : "", file);
		put_escaped(file, line);
		fputs(dim ? "</i>\n" : "\n", file);
	}
	if (stack->unavailable)
		fputs("(not recorded)\n", file);
	if (stack->shortened)
		fputs("(the log lacks some frames)\n", file);
	fputs("</pre>\n", file);
}

static void put_details(FILE *file, const struct report *report)
{
	char line[MAX_LINE];

	fputs("<p>", file);
	for (unsigned int i = 0; i < report->nr_ranges; i++) {
		const struct range *range = &report->ranges[i];

		range_format(range, line, sizeof(line));
		fprintf(file, "%s, %lu&#215;<br/>\n", line, range->count);
	}
	if (report->more_ranges)
		fputs("and other bytes<br/>\n", file);
	if (report->has_access)
		fprintf(file, "%" PRIu64 " bytes at 0x%" PRIx64 "<br/>\n",
			report->access_size, report->access_address);
	if (report->has_user_address)
		fprintf(file, "to user address 0x%" PRIx64 "<br/>\n",
			report->user_address);
	put_format(file, "%s:%lu", report->log, report->line);
	if (report->time)
		put_format(file, ", [%s]", report->time);
	if (report->has_cpu)
		fprintf(file, ", CPU %" PRIu64 ", PID %" PRIu64, report->cpu,
			report->pid);
	if (report->comm)
		put_format(file, " (%s)", report->comm);
	if (report->kernel)
		put_format(file, ", %s", report->kernel);
	if (report->cut_off) {
		fputs("<br/>\n<b>", file);
		put_format(file, "cut off at line %lu: %s", report->last_line,
			   report->why_cut);
		fputs("</b>", file);
	}
	fputs("</p>\n", file);
}

/**
 * html_title() - a report in a few words, with its count
 * @file: the output
 * @report: the report
 */
void html_title(FILE *file, const struct report *report)
{
	char line[MAX_LINE];

	report_title(report, line, sizeof(line));
	put_escaped(file, line);
	fprintf(file, " <small>%lu&#215;%s</small>", report->count,
		report->cut_off ? ", cut off" : "");
}

/**
 * html_report() - all of a report
 * @file: the output
 * @report: the report
 */
void html_report(FILE *file, const struct report *report)
{
	for (unsigned int i = 0; i < report->nr_stacks; i++)
		put_stack(file, &report->stacks[i]);
	if (report->chain_shortened)
		fputs("<p>Not all copies are recorded.</p>\n", file);
	put_details(file, report);
}

/* One row: a frame of each side, or of one. */
struct line {
	const struct frame *frame[2];
};

static bool same_function(const struct frame *a, const struct frame *b)
{
	return a->name && b->name &&
	       name_of_function(a->name) == name_of_function(b->name);
}

/*
 * How many functions can be next to their equals, of the frames from i and j
 * on, for all i and j: the length of the longest common subsequence.
 */
static unsigned short *count_common(const struct stack *a,
				    const struct stack *b)
{
	size_t width = b->nr_frames + 1;
	unsigned short *common =
		xalloc(NULL, (a->nr_frames + 1) * width, sizeof(*common));

	for (size_t i = a->nr_frames + 1; i-- > 0;)
		for (size_t j = width; j-- > 0;) {
			unsigned short *here = &common[i * width + j];

			if (i == a->nr_frames || j == b->nr_frames)
				*here = 0;
			else if (same_function(&a->frames[i], &b->frames[j]))
				*here = here[width + 1] + 1;
			else
				*here = here[width] > here[1] ? here[width]
							      : here[1];
		}
	return common;
}

/* Put two stacks into rows.  Return: how many, at most all frames of both. */
static size_t align(const struct stack *a, const struct stack *b,
		    struct line *lines)
{
	unsigned short *common = count_common(a, b);
	size_t width = b->nr_frames + 1, i = 0, j = 0, nr = 0;

	while (i < a->nr_frames || j < b->nr_frames) {
		const unsigned short *here = &common[i * width + j];

		if (i < a->nr_frames && j < b->nr_frames &&
		    same_function(&a->frames[i], &b->frames[j]))
			lines[nr] = (struct line){
				{&a->frames[i++], &b->frames[j++]}};
		else if (j == b->nr_frames ||
			 (i < a->nr_frames && here[width] >= here[1]))
			lines[nr] = (struct line){{&a->frames[i++], NULL}};
		else
			lines[nr] = (struct line){{NULL, &b->frames[j++]}};
		nr++;
	}
	free(common);
	return nr;
}

static void put_cell(FILE *file, const struct frame *frame)
{
	char line[MAX_LINE];

	fputs("<td>", file);
	if (frame) {
		bool dim = frame->inlined || frame->uncertain;

		frame_format(frame, line, sizeof(line));
		fputs(dim ? "<i>" : "", file);
		put_escaped(file, line);
		fputs(dim ? "</i>" : "", file);
	}
	fputs("</td>", file);
}

static void put_heading(FILE *file, const struct stack *stack)
{
	char line[MAX_LINE] = "";

	if (stack)
		stack_title(stack, line, sizeof(line));
	fputs("<th>", file);
	put_escaped(file, line);
	if (stack && stack->unavailable)
		fputs(" (not recorded)", file);
	if (stack && stack->shortened)
		fputs(" (the log lacks some frames)", file);
	fputs("</th>", file);
}

/* A stack of each side, either of which may be missing. */
static void put_stacks(FILE *file, const struct stack *a, const struct stack *b)
{
	static const struct stack none;
	struct line *lines;
	size_t nr;

	fputs("<tr>", file);
	put_heading(file, a);
	put_heading(file, b);
	fputs("</tr>\n", file);
	a = a ? a : &none;
	b = b ? b : &none;
	lines = xalloc(NULL, a->nr_frames + b->nr_frames, sizeof(*lines));
	nr = align(a, b, lines);
	for (size_t i = 0; i < nr; i++) {
		bool both = lines[i].frame[0] && lines[i].frame[1];

		fputs(both ? "<tr>" : "<tr class=\"one\">", file);
		put_cell(file, lines[i].frame[0]);
		put_cell(file, lines[i].frame[1]);
		fputs("</tr>\n", file);
	}
	free(lines);
}

static const struct stack *stored(const struct report *report, unsigned int i)
{
	return report && i < report_nr_stored(report) ? &report->stacks[1 + i]
						      : NULL;
}

static void put_side(FILE *file, const struct report *report)
{
	fputs("<td>", file);
	if (report)
		put_details(file, report);
	fputs("</td>", file);
}

/**
 * html_pair() - two reports side by side
 * @file: the output
 * @a: of the one build, or NULL
 * @b: of the other, or NULL
 */
void html_pair(FILE *file, const struct report *a, const struct report *b)
{
	const struct stack *creation[2] = {a ? report_creation(a) : NULL,
					   b ? report_creation(b) : NULL};

	fputs("<table class=\"pair\">\n", file);
	put_stacks(file, a ? a->stacks : NULL, b ? b->stacks : NULL);
	for (unsigned int i = 0; stored(a, i) || stored(b, i); i++)
		put_stacks(file, stored(a, i), stored(b, i));
	if (creation[0] || creation[1])
		put_stacks(file, creation[0], creation[1]);
	fputs("<tr>", file);
	put_side(file, a);
	put_side(file, b);
	fputs("</tr>\n</table>\n", file);
}
