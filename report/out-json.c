// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * out-json.c - output for programs.
 *
 * doc/kmsan-report.schema.json describes it.  Reports are made into JSON one at
 * a time, so that the output takes little memory of its own.
 */
#include <err.h>
#include <inttypes.h>
#include <jansson.h>

#include "json.h"
#include "origins.h"
#include "output.h"
#include "title.h"

/* The format's version, raised when something is removed or changes meaning. */
#define SCHEMA_VERSION 1

static json_t *text(const char *text)
{
	return text ? json_string(text) : json_null();
}

static json_t *number(uint64_t value)
{
	return json_integer(value > INT64_MAX ? INT64_MAX : (json_int_t)value);
}

/* Addresses do not fit into the numbers of all readers of JSON. */
static json_t *address(bool known, uint64_t value)
{
	return known ? json_sprintf("0x%" PRIx64, value) : json_null();
}

static json_t *make_frame(const struct frame *frame)
{
	json_t *json = json_object();

	json_object_set_new(json, "function", text(frame->name));
	json_object_set_new(json, "offset",
			    frame->has_offset ? number(frame->offset)
					      : json_null());
	json_object_set_new(json, "size",
			    frame->has_offset && frame->name
				    ? number(frame->size)
				    : json_null());
	json_object_set_new(json, "address",
			    address(frame->address, frame->address));
	json_object_set_new(json, "module", text(frame->module));
	json_object_set_new(json, "file", text(frame->file));
	json_object_set_new(json, "line",
			    frame->line ? number(frame->line) : json_null());
	json_object_set_new(json, "inline", json_boolean(frame->inlined));
	json_object_set_new(json, "uncertain", json_boolean(frame->uncertain));
	return json;
}

static json_t *make_stack(const struct stack *stack)
{
	json_t *json = json_object(), *frames = json_array();

	json_object_set_new(json, "kind", text(stack_kind_name(stack->kind)));
	json_object_set_new(json, "variable", text(stack->variable));
	json_object_set_new(json, "available",
			    json_boolean(!stack->unavailable));
	json_object_set_new(json, "shortened", json_boolean(stack->shortened));
	for (unsigned int i = 0; i < stack->nr_frames; i++)
		json_array_append_new(frames, make_frame(&stack->frames[i]));
	json_object_set_new(json, "frames", frames);
	return json;
}

static json_t *make_bytes(const struct report *report)
{
	json_t *json = json_array(), *range;

	for (unsigned int i = 0; i < report->nr_ranges; i++) {
		range = json_object();
		json_object_set_new(range, "first",
				    number(report->ranges[i].first));
		json_object_set_new(range, "last",
				    number(report->ranges[i].last));
		json_object_set_new(range, "of", number(report->ranges[i].of));
		json_object_set_new(range, "count",
				    number(report->ranges[i].count));
		json_array_append_new(json, range);
	}
	return json;
}

/* What is known of the first occurrence only. */
static json_t *make_first(const struct report *report)
{
	json_t *json = json_object();
	bool cpu = report->has_cpu;

	json_object_set_new(json, "log", text(report->log));
	json_object_set_new(json, "line", number(report->line));
	json_object_set_new(json, "last_line", number(report->last_line));
	json_object_set_new(json, "time", text(report->time));
	json_object_set_new(json, "cpu",
			    cpu ? number(report->cpu) : json_null());
	json_object_set_new(json, "pid",
			    cpu ? number(report->pid) : json_null());
	json_object_set_new(json, "comm", text(report->comm));
	json_object_set_new(json, "kernel", text(report->kernel));
	json_object_set_new(json, "access_size",
			    report->has_access ? number(report->access_size)
					       : json_null());
	json_object_set_new(
		json, "access_address",
		address(report->has_access, report->access_address));
	json_object_set_new(
		json, "user_address",
		address(report->has_user_address, report->user_address));
	return json;
}

static const char *origin_name(const struct report *report)
{
	const struct stack *creation = report_creation(report);

	return creation && !creation->unavailable
		       ? stack_kind_name(creation->kind)
		       : "unknown";
}

static json_t *make_report(const struct report *report, size_t id)
{
	const struct stack *creation = report_creation(report);
	json_t *json = json_object(), *stacks = json_array();
	char title[2 * MAX_NAME];

	title_format(report, title, sizeof(title));
	json_object_set_new(json, "id", number(id));
	json_object_set_new(json, "title", text(title));
	json_object_set_new(json, "kind", text(report->kind));
	json_object_set_new(json, "function",
			    text(report_function(report)->name));
	json_object_set_new(json, "module",
			    text(report_function(report)->module));
	json_object_set_new(json, "origin", text(origin_name(report)));
	json_object_set_new(json, "variable",
			    text(creation ? creation->variable : NULL));
	json_object_set_new(json, "count", number(report->count));
	json_object_set_new(json, "count_cut_off", number(report->count_cut));
	json_object_set_new(json, "cut_off", text(report->why_cut));
	json_object_set_new(json, "chain_shortened",
			    json_boolean(report->chain_shortened));
	for (unsigned int i = 0; i < report->nr_stacks; i++)
		json_array_append_new(stacks, make_stack(&report->stacks[i]));
	json_object_set_new(json, "stacks", stacks);
	json_object_set_new(json, "bytes", make_bytes(report));
	json_object_set_new(json, "more_bytes",
			    json_boolean(report->more_ranges));
	json_object_set_new(json, "first", make_first(report));
	return json;
}

void json_put(FILE *file, json_t *json)
{
	if (!json || (json_dumpf(json, file, JSON_COMPACT) && !ferror(file)))
		errx(2, "no memory for the output");
	json_decref(json);
}

static json_t *make_set(const struct set *set)
{
	json_t *json = json_object(), *logs = json_array(), *log;

	for (unsigned int i = 0; i < set->nr_logs; i++) {
		log = json_object();
		json_object_set_new(log, "name", text(set->logs[i].name));
		json_object_set_new(log, "lines", number(set->logs[i].lines));
		json_object_set_new(log, "bytes", number(set->logs[i].bytes));
		json_object_set_new(log, "damaged_lines",
				    number(set->logs[i].damaged));
		json_array_append_new(logs, log);
	}
	json_object_set_new(json, "logs", logs);
	json_object_set_new(json, "distinct", number(set->nr_reports));
	json_object_set_new(json, "total", number(set->total));
	json_object_set_new(json, "cut_off", number(set->total_cut));
	json_object_set_new(json, "ignored", number(set->ignored));
	json_object_set_new(json, "lost", number(set->lost));
	return json;
}

static void begin(FILE *file, const char *command)
{
	fprintf(file,
		"{\"schema\":%d,\"tool\":\"kmsan-report\",\"version\":\"%s\","
		"\"command\":\"%s\"",
		SCHEMA_VERSION, VERSION, command);
}

static json_t *make_origin(const struct set *set, const struct origin *origin)
{
	const struct report *first = set->reports[origin->members[0]];
	const struct stack *creation = report_creation(first);
	json_t *json = json_object(), *members = json_array();

	json_object_set_new(json, "origin", text(origin_name(first)));
	json_object_set_new(json, "variable",
			    text(creation ? creation->variable : NULL));
	json_object_set_new(json, "count", number(origin->count));
	json_object_set_new(json, "stack",
			    creation ? make_stack(creation) : json_null());
	for (size_t i = 0; i < origin->nr_members; i++)
		json_array_append_new(members, number(origin->members[i] + 1));
	json_object_set_new(json, "reports", members);
	return json;
}

static void put_origins(const struct output *out, const struct set *set)
{
	struct origins origins;

	origins_find(&origins, set, out->by_count);
	fputs(",\n\"origins\":[", out->file);
	for (size_t i = 0; i < origins.nr; i++) {
		fputs(i ? ",\n" : "\n", out->file);
		json_put(out->file, make_origin(set, &origins.origins[i]));
	}
	fputs("\n]", out->file);
	origins_free(&origins);
}

/**
 * json_list() - print a set as JSON
 * @out: the output
 * @set: the set
 */
void json_list(const struct output *out, const struct set *set)
{
	FILE *file = out->file;

	begin(file, "list");
	fputs(",\n\"summary\":", file);
	json_put(file, make_set(set));
	fputs(",\n\"reports\":[", file);
	for (size_t i = 0; i < set->nr_reports; i++) {
		fputs(i ? ",\n" : "\n", file);
		json_put(file, make_report(set->reports[i], i + 1));
	}
	fputs("\n]", file);
	if (out->by_origin)
		put_origins(out, set);
	fputs("}\n", file);
}

static void put_members(FILE *file, const struct set *set,
			const struct group *group, int side)
{
	fprintf(file, "\"%c\":[", "ab"[side]);
	for (size_t i = 0; i < group->nr_members[side]; i++) {
		size_t report = group->members[side][i];

		fputs(i ? ",\n" : "\n", file);
		json_put(file, make_report(set->reports[report], report + 1));
	}
	fputs("]", file);
}

static void put_alone(FILE *file, const struct comparison *comparison, int side,
		      const struct alone *alone)
{
	const struct report *report =
		comparison->sets[side]->reports[alone->report];
	const struct report *candidate;
	char reason[2 * MAX_NAME];
	json_t *nearest;

	fputs("{\"report\":", file);
	json_put(file, make_report(report, alone->report + 1));
	fputs(",\n\"nearest\":", file);
	if (alone->candidate == NO_CANDIDATE) {
		fputs("null}", file);
		return;
	}
	candidate = comparison->sets[!side]->reports[alone->candidate];
	explain_difference(&alone->likeness, report, candidate, reason,
			   sizeof(reason));
	nearest = json_object();
	json_object_set_new(nearest, "id", number(alone->candidate + 1));
	json_object_set_new(nearest, "kind", text(candidate->kind));
	json_object_set_new(nearest, "function",
			    text(report_function(candidate)->name));
	json_object_set_new(nearest, "log", text(candidate->log));
	json_object_set_new(nearest, "line", number(candidate->line));
	json_object_set_new(nearest, "difference", text(reason));
	json_put(file, nearest);
	fputs("}", file);
}

/**
 * json_compare() - print a comparison as JSON
 * @out: the output
 * @comparison: the comparison
 */
void json_compare(const struct output *out, const struct comparison *comparison)
{
	FILE *file = out->file;

	begin(file, "compare");
	fputs(",\n\"summary\":{\"a\":", file);
	json_put(file, make_set(comparison->sets[0]));
	fputs(",\"b\":", file);
	json_put(file, make_set(comparison->sets[1]));
	fprintf(file, ",\"both\":%zu,\"only_a\":%zu,\"only_b\":%zu}",
		comparison->nr_groups, comparison->nr_alone[0],
		comparison->nr_alone[1]);
	fputs(",\n\"both\":[", file);
	for (size_t i = 0; i < comparison->nr_groups; i++) {
		fputs(i ? ",\n{" : "\n{", file);
		for (int side = 0; side < 2; side++) {
			fputs(side ? ",\n" : "", file);
			put_members(file, comparison->sets[side],
				    &comparison->groups[i], side);
		}
		fputs("}", file);
	}
	fputs("\n]", file);
	for (int side = 0; side < 2; side++) {
		fprintf(file, ",\n\"only_%c\":[", "ab"[side]);
		for (size_t i = 0; i < comparison->nr_alone[side]; i++) {
			fputs(i ? ",\n" : "\n", file);
			put_alone(file, comparison, side,
				  &comparison->alone[side][i]);
		}
		fputs("\n]", file);
	}
	fputs("}\n", file);
}
