// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * out-html.c - output as one page, which needs nothing but itself.
 *
 * The page is well-formed XML as well.  All that comes from a log or from debug
 * information goes through put_escaped(); the page's own script reads what is
 * there and never makes markup of it.
 */
#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "html-page.h"
#include "output.h"

#define MAX_LINE 2048

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

static void put_title(FILE *file, const struct report *report)
{
	char line[MAX_LINE];

	report_title(report, line, sizeof(line));
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
		fputs("(the log has not all)\n", file);
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

/* A report that folds. */
static void put_report(FILE *file, const struct report *report)
{
	fputs("<details><summary>", file);
	put_title(file, report);
	fprintf(file, " <small>%lu&#215;%s</small></summary>\n", report->count,
		report->cut_off ? ", cut off" : "");
	for (unsigned int i = 0; i < report->nr_stacks; i++)
		put_stack(file, &report->stacks[i]);
	if (report->chain_shortened)
		fputs("<p>Not all copies are recorded.</p>\n", file);
	put_details(file, report);
	fputs("</details>\n", file);
}

static const char *origin_of(const struct report *report, char *text,
			     size_t room)
{
	const struct stack *creation = report_creation(report);

	if (!creation || creation->unavailable)
		return "unknown";
	if (creation->kind == STACK_CREATED)
		return "memory";
	snprintf(text, room, "local %s", creation->variable);
	return text;
}

/* The cells that a table is sorted by. */
static void put_cells(FILE *file, const struct report *report, size_t number)
{
	const struct frame *function = report_function(report);
	char line[MAX_LINE];

	fprintf(file, "<td class=\"n\">%zu</td><td class=\"n\">%lu</td><td>",
		number, report->count);
	put_escaped(file, report->kind);
	fputs("</td><td>", file);
	put_escaped(file, function->name ? function->name : "?");
	fputs("</td><td>", file);
	put_escaped(file, function->module ? function->module : "");
	fputs("</td><td>", file);
	put_escaped(file, origin_of(report, line, sizeof(line)));
	fputs("</td>", file);
}

static void begin_page(FILE *file, const char *title)
{
	fputs(html_head, file);
	fputs("<title>", file);
	put_escaped(file, title);
	fputs("</title>\n", file);
	fputs(html_style, file);
	fputs("</head>\n<body>\n<h1>", file);
	put_escaped(file, title);
	fputs("</h1>\n", file);
}

static void put_summary(FILE *file, const struct set *set, const char *what)
{
	fprintf(file, "<p>%s%zu distinct, %lu in all", what, set->nr_reports,
		set->total);
	if (set->total_cut)
		fprintf(file, ", %lu cut off", set->total_cut);
	if (set->ignored)
		fprintf(file, ", %lu ignored", set->ignored);
	if (set->lost)
		fprintf(file, ", %lu without room", set->lost);
	for (unsigned int i = 0; i < set->nr_logs; i++) {
		fputs(i ? ", " : ", of ", file);
		put_escaped(file, set->logs[i].name);
	}
	fputs("</p>\n", file);
}

/**
 * html_list() - print a set as a page
 * @out: where
 * @set: which
 */
void html_list(const struct output *out, const struct set *set)
{
	FILE *file = out->file;

	begin_page(file, "KMSAN reports");
	put_summary(file, set, "");
	fputs(html_filter, file);
	fputs("<table class=\"sort\">\n<thead><tr><th>No.</th><th>Count</th>"
	      "<th>Kind</th><th>Function</th><th>Module</th><th>Origin</th>"
	      "<th>Report</th></tr></thead>\n<tbody>\n",
	      file);
	for (size_t i = 0; i < set->nr_reports; i++) {
		fputs("<tr>", file);
		put_cells(file, set->reports[i], i + 1);
		fputs("<td class=\"w\">", file);
		put_report(file, set->reports[i]);
		fputs("</td></tr>\n", file);
	}
	fputs("</tbody>\n</table>\n", file);
	fputs(html_end, file);
}

static void put_members(FILE *file, const struct set *set,
			const struct group *group, int side)
{
	fputs("<td class=\"w\">", file);
	for (size_t i = 0; i < group->nr_members[side]; i++)
		put_report(file, set->reports[group->members[side][i]]);
	fputs("</td>", file);
}

static void put_candidate(FILE *file, const struct comparison *comparison,
			  int side, const struct alone *alone)
{
	const struct report *candidate;
	char line[MAX_LINE];

	fputs("<td class=\"w\">", file);
	if (alone->candidate == NO_CANDIDATE) {
		fputs("<p>nothing is like it</p></td>", file);
		return;
	}
	candidate = comparison->sets[!side]->reports[alone->candidate];
	explain_difference(&alone->likeness,
			   comparison->sets[side]->reports[alone->report],
			   candidate, line, sizeof(line));
	fputs("<p>nearest, but ", file);
	put_escaped(file, line);
	fputs(":</p>\n", file);
	put_report(file, candidate);
	fputs("</td>", file);
}

static void put_alone(FILE *file, const struct comparison *comparison, int side)
{
	const struct set *set = comparison->sets[side];
	size_t nr = comparison->nr_alone[side];

	for (size_t i = 0; i < nr; i++) {
		const struct alone *alone = &comparison->alone[side][i];

		fprintf(file, "<tr class=\"alone\"><td>only %c</td>",
			"AB"[side]);
		put_cells(file, set->reports[alone->report], i + 1);
		if (side)
			put_candidate(file, comparison, side, alone);
		fputs("<td class=\"w\">", file);
		put_report(file, set->reports[alone->report]);
		fputs("</td>", file);
		if (!side)
			put_candidate(file, comparison, side, alone);
		fputs("</tr>\n", file);
	}
}

/**
 * html_compare() - print a comparison as a page, side by side
 * @out: where
 * @comparison: which
 */
void html_compare(const struct output *out, const struct comparison *comparison)
{
	const struct set *a = comparison->sets[0];
	FILE *file = out->file;

	begin_page(file, "KMSAN reports of two builds");
	put_summary(file, comparison->sets[0], "A: ");
	put_summary(file, comparison->sets[1], "B: ");
	fprintf(file, "<p>In both: %zu, only in A: %zu, only in B: %zu</p>\n",
		comparison->nr_groups, comparison->nr_alone[0],
		comparison->nr_alone[1]);
	fputs(html_filter, file);
	fputs("<table class=\"sort\">\n<thead><tr><th>In</th><th>No.</th>"
	      "<th>Count</th><th>Kind</th><th>Function</th><th>Module</th>"
	      "<th>Origin</th><th>A</th><th>B</th></tr></thead>\n<tbody>\n",
	      file);
	put_alone(file, comparison, 0);
	put_alone(file, comparison, 1);
	for (size_t i = 0; i < comparison->nr_groups; i++) {
		const struct group *group = &comparison->groups[i];

		fputs("<tr><td>both</td>", file);
		put_cells(file, a->reports[group->members[0][0]], i + 1);
		put_members(file, a, group, 0);
		put_members(file, comparison->sets[1], group, 1);
		fputs("</tr>\n", file);
	}
	fputs("</tbody>\n</table>\n", file);
	fputs(html_end, file);
}
