// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * out-text.c - output for people.
 */
#include <inttypes.h>
#include <stdlib.h>

#include "origins.h"
#include "output.h"
#include "title.h"


enum color {
	COLOR_NONE,
	COLOR_TITLE,
	COLOR_NAME,
	COLOR_DIM,
	COLOR_GOOD,
	COLOR_BAD,
};

static const char *const colors[] = {
	[COLOR_NONE] = "\33[0m",    [COLOR_TITLE] = "\33[1;31m",
	[COLOR_NAME] = "\33[1m",    [COLOR_DIM] = "\33[2m",
	[COLOR_GOOD] = "\33[1;32m", [COLOR_BAD] = "\33[1;33m",
};

static void set_color(const struct output *out, enum color color)
{
	if (out->color)
		fputs(colors[color], out->file);
}

static void print_count(const struct output *out, const struct report *report)
{
	set_color(out, COLOR_DIM);
	fprintf(out->file, "  %lu time%s", report->count,
		report->count == 1 ? "" : "s");
	if (report->count_cut && report->count_cut < report->count)
		fprintf(out->file, ", %lu of them cut off", report->count_cut);
	set_color(out, COLOR_NONE);
	if (report->cut_off) {
		set_color(out, COLOR_BAD);
		fprintf(out->file, "  cut off");
		set_color(out, COLOR_NONE);
	}
}

static void print_stack(const struct output *out, const struct stack *stack,
			const char *indent)
{
	unsigned int nr = stack->nr_frames;
	char line[MAX_LINE];

	stack_title(stack, line, sizeof(line));
	fprintf(out->file, "%s%s\n", indent, line);
	if (out->max_frames && nr > out->max_frames)
		nr = out->max_frames;
	for (unsigned int i = 0; i < nr; i++) {
		const struct frame *frame = &stack->frames[i];

		frame_format(frame, line, sizeof(line));
		if (frame->inlined || frame->uncertain)
			set_color(out, COLOR_DIM);
		fprintf(out->file, "%s  %s\n", indent, line);
		if (frame->inlined || frame->uncertain)
			set_color(out, COLOR_NONE);
	}
	if (nr < stack->nr_frames)
		fprintf(out->file, "%s  (%u more)\n", indent,
			stack->nr_frames - nr);
	if (stack->unavailable)
		fprintf(out->file, "%s  (not recorded)\n", indent);
	if (stack->shortened)
		fprintf(out->file, "%s  (the log lacks some frames)\n", indent);
}

static void print_memory(const struct output *out, const struct report *report,
			 const char *indent)
{
	char line[MAX_LINE];

	for (unsigned int i = 0; i < report->nr_ranges; i++) {
		const struct range *range = &report->ranges[i];

		range_format(range, line, sizeof(line));
		fprintf(out->file, "%s%s", indent, line);
		if (range->count < report->count)
			fprintf(out->file, ", %lu time%s", range->count,
				range->count == 1 ? "" : "s");
		putc('\n', out->file);
	}
	if (report->more_ranges)
		fprintf(out->file, "%sand other bytes\n", indent);
	if (report->has_access)
		fprintf(out->file, "%s%" PRIu64 " bytes at 0x%" PRIx64, indent,
			report->access_size, report->access_address);
	if (report->has_access && report->has_user_address)
		fprintf(out->file, ", to user address 0x%" PRIx64,
			report->user_address);
	if (report->has_access)
		putc('\n', out->file);
}

static void print_place(const struct output *out, const struct report *report,
			const char *indent)
{
	set_color(out, COLOR_DIM);
	fprintf(out->file, "%s%s %s:%lu", indent,
		report->count > 1 ? "first at" : "at", report->log,
		report->line);
	if (report->time)
		fprintf(out->file, ", [%s]", report->time);
	if (report->has_cpu)
		fprintf(out->file, ", CPU %" PRIu64 ", PID %" PRIu64,
			report->cpu, report->pid);
	if (report->comm)
		fprintf(out->file, " (%s)", report->comm);
	if (report->kernel)
		fprintf(out->file, ", %s", report->kernel);
	set_color(out, COLOR_NONE);
	putc('\n', out->file);
	if (report->cut_off) {
		set_color(out, COLOR_BAD);
		fprintf(out->file, "%scut off at line %lu: %s", indent,
			report->last_line, report->why_cut);
		set_color(out, COLOR_NONE);
		putc('\n', out->file);
	}
}

static void print_title(const struct output *out, const struct report *report,
			size_t number)
{
	char line[MAX_LINE];

	report_title(report, line, sizeof(line));
	fprintf(out->file, "%zu. ", number);
	set_color(out, COLOR_TITLE);
	fputs(line, out->file);
	set_color(out, COLOR_NONE);
	print_count(out, report);
	if (out->title) {
		title_format(report, line, sizeof(line));
		fprintf(out->file, "%s%s", out->brief ? "  " : "\n   ", line);
	}
	putc('\n', out->file);
}

static void print_body(const struct output *out, const struct report *report)
{
	static const char indent[] = "   ";

	if (out->brief)
		return;
	for (unsigned int i = 0; i < report->nr_stacks; i++) {
		print_stack(out, &report->stacks[i], indent);
		if (i + 2 == report->nr_stacks && report->chain_shortened)
			fprintf(out->file,
				"%s(copies before this one are not recorded)\n",
				indent);
	}
	print_memory(out, report, indent);
	print_place(out, report, indent);
}

static void print_set(const struct output *out, const struct set *set,
		      const char *what)
{
	fprintf(out->file, "%s%zu distinct report%s, %lu in all", what,
		set->nr_reports, set->nr_reports == 1 ? "" : "s", set->total);
	if (set->total_cut)
		fprintf(out->file, ", %lu cut off", set->total_cut);
	if (set->ignored)
		fprintf(out->file, ", %lu ignored", set->ignored);
	if (set->lost)
		fprintf(out->file, ", %lu without room", set->lost);
	putc('\n', out->file);
}

/* A use of an origin's value in one line, with its innermost frame. */
static void print_member(const struct output *out, const struct report *report)
{
	const struct stack *use = &report->stacks[0];
	char line[MAX_LINE];

	report_title(report, line, sizeof(line));
	fprintf(out->file, "     ");
	set_color(out, COLOR_NAME);
	fputs(line, out->file);
	set_color(out, COLOR_NONE);
	print_count(out, report);
	if (use->nr_frames) {
		frame_format(&use->frames[0], line, sizeof(line));
		fprintf(out->file, "  %s", line);
	}
	putc('\n', out->file);
}

static void print_origin(const struct output *out, const struct set *set,
			 const struct origin *origin, size_t number)
{
	const struct report *first = set->reports[origin->members[0]];
	const struct stack *creation = report_creation(first);
	char line[MAX_LINE];

	fprintf(out->file, "%zu. ", number);
	set_color(out, COLOR_TITLE);
	origin_title(first, line, sizeof(line));
	fputs(line, out->file);
	set_color(out, COLOR_DIM);
	fprintf(out->file, "  %zu report%s, %lu time%s\n", origin->nr_members,
		origin->nr_members == 1 ? "" : "s", origin->count,
		origin->count == 1 ? "" : "s");
	set_color(out, COLOR_NONE);
	if (out->brief)
		return;
	if (creation)
		print_stack(out, creation, "   ");
	fputs("   used at\n", out->file);
	for (size_t i = 0; i < origin->nr_members; i++)
		print_member(out, set->reports[origin->members[i]]);
	putc('\n', out->file);
}

static void list_origins(const struct output *out, const struct set *set)
{
	struct origins origins;

	origins_find(&origins, set, out->by_count);
	for (size_t i = 0; i < origins.nr; i++)
		print_origin(out, set, &origins.origins[i], i + 1);
	fprintf(out->file, "%zu origin%s, ", origins.nr,
		origins.nr == 1 ? "" : "s");
	origins_free(&origins);
}

/**
 * text_list() - print a set for people
 * @out: the output
 * @set: the set
 */
void text_list(const struct output *out, const struct set *set)
{
	if (out->by_origin) {
		list_origins(out, set);
		print_set(out, set, "");
		return;
	}
	for (size_t i = 0; i < set->nr_reports; i++) {
		print_title(out, set->reports[i], i + 1);
		print_body(out, set->reports[i]);
		if (!out->brief)
			putc('\n', out->file);
	}
	print_set(out, set, "");
}

static void print_heading(const struct output *out, enum color color,
			  const char *text, size_t nr)
{
	set_color(out, color);
	fprintf(out->file, "== %s: %zu", text, nr);
	set_color(out, COLOR_NONE);
	fputs("\n\n", out->file);
}

static void print_group(const struct output *out,
			const struct comparison *comparison,
			const struct group *group, size_t number)
{
	char line[MAX_LINE];

	report_title(comparison->sets[0]->reports[group->members[0][0]], line,
		     sizeof(line));
	fprintf(out->file, "%zu. ", number);
	set_color(out, COLOR_NAME);
	fputs(line, out->file);
	set_color(out, COLOR_NONE);
	putc('\n', out->file);
	if (out->brief)
		return;
	for (int side = 0; side < 2; side++) {
		for (size_t i = 0; i < group->nr_members[side]; i++) {
			const struct report *report =
				comparison->sets[side]
					->reports[group->members[side][i]];

			report_title(report, line, sizeof(line));
			fprintf(out->file, "   %c: %s", "AB"[side], line);
			print_count(out, report);
			fprintf(out->file, "  %s:%lu\n", report->log,
				report->line);
		}
	}
}

static void print_alone(const struct output *out,
			const struct comparison *comparison, int side,
			const struct alone *alone, size_t number)
{
	const struct report *report =
		comparison->sets[side]->reports[alone->report];
	const struct report *candidate;
	char line[MAX_LINE];

	print_title(out, report, number);
	print_body(out, report);
	if (alone->candidate == NO_CANDIDATE) {
		fprintf(out->file, "   nothing in %c is like it\n", "BA"[side]);
		return;
	}
	candidate = comparison->sets[!side]->reports[alone->candidate];
	report_title(candidate, line, sizeof(line));
	fprintf(out->file, "   nearest in %c: ", "BA"[side]);
	set_color(out, COLOR_NAME);
	fputs(line, out->file);
	set_color(out, COLOR_NONE);
	fprintf(out->file, "  %s:%lu\n", candidate->log, candidate->line);
	explain_difference(&alone->likeness, report, candidate, line,
			   sizeof(line));
	fprintf(out->file, "      but %s\n", line);
}

/**
 * text_compare() - print a comparison for people
 * @out: the output
 * @comparison: the comparison
 */
void text_compare(const struct output *out, const struct comparison *comparison)
{
	print_heading(out, COLOR_GOOD, "in both", comparison->nr_groups);
	for (size_t i = 0; i < comparison->nr_groups; i++)
		print_group(out, comparison, &comparison->groups[i], i + 1);
	if (comparison->nr_groups)
		putc('\n', out->file);
	for (int side = 0; side < 2; side++) {
		print_heading(out,
			      comparison->nr_alone[side] ? COLOR_BAD
							 : COLOR_GOOD,
			      side ? "only in B" : "only in A",
			      comparison->nr_alone[side]);
		for (size_t i = 0; i < comparison->nr_alone[side]; i++) {
			print_alone(out, comparison, side,
				    &comparison->alone[side][i], i + 1);
			putc('\n', out->file);
		}
	}
	print_set(out, comparison->sets[0], "A: ");
	print_set(out, comparison->sets[1], "B: ");
}
