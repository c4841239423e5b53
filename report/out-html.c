// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * out-html.c - output as one page that needs no other file.
 *
 * The page is well-formed XML as well.  All that comes from a log or from debug
 * information goes through put_escaped(); the page's own script only reads it
 * and never makes markup of it.
 */
#include <stdlib.h>
#include <string.h>

#include "html-page.h"
#include "html-report.h"
#include "output.h"


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

/* Names do not break, unless they are very long. */
static void put_name(FILE *file, const char *name)
{
	fputs("<td><span>", file);
	put_escaped(file, name);
	fputs("</span></td>", file);
}

/* The cells that a table is sorted by. */
static void put_cells(FILE *file, const struct report *report, size_t number)
{
	const struct frame *function = report_function(report);
	char line[MAX_LINE];

	fprintf(file, "<td class=\"n\">%zu</td><td class=\"n\">%lu</td>",
		number, report->count);
	put_name(file, report->kind);
	put_name(file, function->name ? function->name : "?");
	put_name(file, function->module ? function->module : "");
	put_name(file, origin_of(report, line, sizeof(line)));
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

/* Each entry of the table is a body of two rows, the second of which folds. */
static void begin_entry(FILE *file, bool alone)
{
	fputs(alone ? "<tbody class=\"alone\"><tr>" : "<tbody><tr>", file);
}

static void begin_details(FILE *file, int columns)
{
	fprintf(file,
		"</tr>\n<tr><td class=\"report\" colspan=\"%d\">"
		"<details><summary>",
		columns);
}

static void end_entry(FILE *file)
{
	fputs("</details></td></tr></tbody>\n", file);
}

/**
 * html_list() - print a set as a page
 * @out: the output
 * @set: the set
 */
void html_list(const struct output *out, const struct set *set)
{
	FILE *file = out->file;

	begin_page(file, "KMSAN reports");
	put_summary(file, set, "");
	fputs(html_filter, file);
	fputs("<table class=\"sort\">\n<thead><tr><th>No.</th><th>Count</th>"
	      "<th>Kind</th><th>Function</th><th>Module</th><th>Origin</th>"
	      "</tr></thead>\n",
	      file);
	for (size_t i = 0; i < set->nr_reports; i++) {
		begin_entry(file, false);
		put_cells(file, set->reports[i], i + 1);
		begin_details(file, 6);
		html_title(file, set->reports[i]);
		fputs("</summary>\n", file);
		html_report(file, set->reports[i]);
		end_entry(file);
	}
	fputs("</table>\n", file);
	fputs(html_end, file);
}

/* Two reports, of which one may be missing; folded, they show their titles. */
static void put_pair(FILE *file, const struct report *a, const struct report *b)
{
	if (a) {
		fputs("A: ", file);
		html_title(file, a);
	}
	if (b) {
		fputs(a ? " &#8195; B: " : "B: ", file);
		html_title(file, b);
	}
	fputs("</summary>\n", file);
	html_pair(file, a, b);
}

static void put_alone(FILE *file, const struct comparison *comparison, int side,
		      size_t number)
{
	const struct alone *alone = &comparison->alone[side][number];
	struct report *pair[2] = {NULL, NULL};
	char line[MAX_LINE];

	pair[side] = comparison->sets[side]->reports[alone->report];
	begin_entry(file, true);
	fprintf(file, "<td>only %c</td>", "AB"[side]);
	put_cells(file, pair[side], number + 1);
	begin_details(file, 7);
	if (alone->candidate != NO_CANDIDATE) {
		pair[!side] =
			comparison->sets[!side]->reports[alone->candidate];
		explain_difference(&alone->likeness, pair[side], pair[!side],
				   line, sizeof(line));
	}
	fputs("only in ", file);
	putc("AB"[side], file);
	if (pair[!side]) {
		fprintf(file, "; nearest in %c, but ", "BA"[side]);
		put_escaped(file, line);
	} else {
		fprintf(file, "; nothing in %c is like it", "BA"[side]);
	}
	fputs("<br/>\n", file);
	put_pair(file, pair[0], pair[1]);
	end_entry(file);
}

static const struct report *member(const struct comparison *comparison,
				   const struct group *group, int side,
				   size_t i)
{
	return i < group->nr_members[side]
		       ? comparison->sets[side]
				 ->reports[group->members[side][i]]
		       : NULL;
}

/* The first reports of both sides are next to each other, and so on. */
static void put_group(FILE *file, const struct comparison *comparison,
		      const struct group *group, size_t number)
{
	const struct report *a, *b;

	begin_entry(file, false);
	fputs("<td>both</td>", file);
	put_cells(file, member(comparison, group, 0, 0), number);
	begin_details(file, 7);
	for (size_t i = 0;; i++) {
		a = member(comparison, group, 0, i);
		b = member(comparison, group, 1, i);
		if (!a && !b)
			break;
		fputs(i ? "</details>\n<details><summary>" : "", file);
		put_pair(file, a, b);
	}
	end_entry(file);
}

/**
 * html_compare() - print a comparison as a page, side by side
 * @out: the output
 * @comparison: the comparison
 */
void html_compare(const struct output *out, const struct comparison *comparison)
{
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
	      "<th>Origin</th></tr></thead>\n",
	      file);
	for (int side = 0; side < 2; side++)
		for (size_t i = 0; i < comparison->nr_alone[side]; i++)
			put_alone(file, comparison, side, i);
	for (size_t i = 0; i < comparison->nr_groups; i++)
		put_group(file, comparison, &comparison->groups[i], i + 1);
	fputs("</table>\n", file);
	fputs(html_end, file);
}
