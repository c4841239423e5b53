// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * out-sarif.c - output as SARIF 2.1.0, which code hosts show next to the code.
 *
 * As in JSON, reports are made one at a time.  A comparison is B's list with A
 * as the baseline.
 */
#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "json.h"
#include "names.h"
#include "output.h"

#define SCHEMA                                                                 \
	"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"  \
	"sarif-schema-2.1.0.json"

/* What a kind of report means; the first whose start matches. */
static const struct {
	const char *start, *text;
} meanings[] = {
	{"uninit-value", "An uninitialised value was used"},
	{"use-after-free", "A value from freed memory was used"},
	{"kernel-infoleak", "Uninitialised memory was copied to user space"},
	{"kernel-usb-infoleak",
	 "Uninitialised memory was sent to a USB device"},
	{"kernel-net-infoleak", "Uninitialised memory was sent to a network"},
	{"", "KMSAN reported it"},
};

static json_t *message(const char *words)
{
	return json_pack("{s:s}", "text", words);
}

/* Whether a byte stands for itself in a path of a URI. */
static bool is_plain(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || (c && strchr("-._~/", c));
}

/* A file's name as a URI: relative to the sources, or file:///... */
static json_t *make_uri(const char *file)
{
	char uri[3 * MAX_NAME + 16];
	size_t n = *file == '/' ? sprintf(uri, "file://") : 0;

	for (; *file && n + 4 < sizeof(uri); file++)
		n += sprintf(uri + n, is_plain(*file) ? "%c" : "%%%02X",
			     (unsigned char)*file);
	uri[n] = 0;
	return json_string(uri);
}

static json_t *make_location(const struct frame *frame, const char *words)
{
	json_t *json = json_object(), *place;

	if (frame->file) {
		place = json_pack("{s:{s:o}}", "artifactLocation", "uri",
				  make_uri(frame->file));
		if (frame->line > 0)
			json_object_set_new(place, "region",
					    json_pack("{s:I}", "startLine",
						      (json_int_t)frame->line));
		json_object_set_new(json, "physicalLocation", place);
	}
	if (frame->name)
		json_object_set_new(json, "logicalLocations",
				    json_pack("[{s:s,s:s}]", "name",
					      frame->name, "kind", "function"));
	if (words)
		json_object_set_new(json, "message", message(words));
	return json;
}

static json_t *make_stack(const struct stack *stack)
{
	json_t *frames = json_array(), *frame;
	char line[MAX_LINE];

	for (unsigned int i = 0; i < stack->nr_frames; i++) {
		frame_format(&stack->frames[i], line, sizeof(line));
		frame = json_pack("{s:o}", "location",
				  make_location(&stack->frames[i], line));
		if (stack->frames[i].module)
			json_object_set_new(
				frame, "module",
				json_string(stack->frames[i].module));
		json_array_append_new(frames, frame);
	}
	stack_title(stack, line, sizeof(line));
	return json_pack("{s:o,s:o}", "message", message(line), "frames",
			 frames);
}

/* Copies in a loop have equal stacks, which SARIF does not allow. */
static void append_once(json_t *array, json_t *json)
{
	for (size_t i = 0; i < json_array_size(array); i++)
		if (json_equal(json_array_get(array, i), json)) {
			json_decref(json);
			return;
		}
	json_array_append_new(array, json);
}

/* Is a frame of code that all programs have, such as helpers and hooks? */
static bool is_general(const struct frame *frame)
{
	const struct name *name;

	if (strstr(frame->file, "runtime/intercept") ||
	    strstr(frame->file, "runtime/heap.c"))
		return true;
	if (!frame->name || frame->module)
		return false;
	name = name_of_function(frame->name);
	return name->instrumentation || name->helper || name->allocator;
}

/*
 * The frame whose line is shown: the innermost one of the program's own code;
 * if there is none, the innermost one whose file is known.
 */
static const struct frame *find_place(const struct stack *stack)
{
	const struct frame *best = NULL;

	for (unsigned int i = 0; i < stack->nr_frames; i++) {
		const struct frame *frame = &stack->frames[i];

		if (!frame->file)
			continue;
		if (!is_general(frame))
			return frame;
		best = best ? best : frame;
	}
	return best ? best : stack->frames;
}

static json_t *make_locations(const struct stack *stack, const char *words)
{
	json_t *json = json_array();

	if (stack && stack->nr_frames)
		json_array_append_new(json,
				      make_location(find_place(stack), words));
	return json;
}

static json_t *make_result(const struct report *report, const char *state)
{
	const struct stack *creation = report_creation(report);
	json_t *json = json_object(), *stacks = json_array();
	char line[MAX_LINE], origin[MAX_LINE], words[2 * MAX_LINE + 8];

	report_title(report, line, sizeof(line));
	origin_title(report, origin, sizeof(origin));
	snprintf(words, sizeof(words), "%s (%s)", line, origin);
	json_object_set_new(json, "ruleId", json_string(report->kind));
	json_object_set_new(json, "level", json_string("error"));
	json_object_set_new(json, "message", message(words));
	json_object_set_new(json, "locations",
			    make_locations(&report->stacks[0], NULL));
	if (creation)
		stack_title(creation, line, sizeof(line));
	json_object_set_new(json, "relatedLocations",
			    make_locations(creation, line));
	for (unsigned int i = 0; i < report->nr_stacks; i++)
		append_once(stacks, make_stack(&report->stacks[i]));
	json_object_set_new(json, "stacks", stacks);
	json_object_set_new(json, "occurrenceCount",
			    json_integer(report->count));
	snprintf(line, sizeof(line), "%016" PRIx64, report_fingerprint(report));
	json_object_set_new(json, "partialFingerprints",
			    json_pack("{s:s}", "kmsanReport/v1", line));
	if (state)
		json_object_set_new(json, "baselineState", json_string(state));
	return json;
}

struct writer {
	FILE *file;
	bool any;
};

static void put_result(struct writer *writer, const struct report *report,
		       const char *state)
{
	fputs(writer->any ? ",\n" : "\n", writer->file);
	json_put(writer->file, make_result(report, state));
	writer->any = true;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void put_rule(struct writer *writer, const char *kind)
{
	size_t i = 0;

	while (strncmp(kind, meanings[i].start, strlen(meanings[i].start)))
		i++;
	fputs(writer->any ? ",\n" : "\n", writer->file);
	json_put(writer->file,
		 json_pack("{s:s,s:o}", "id", kind, "shortDescription",
			   message(meanings[i].text)));
	writer->any = true;
}

/* Each kind of report is a rule, once. */
static void put_rules(FILE *file, const struct set *const *sets, int nr_sets)
{
	struct writer writer = {file, false};
	size_t nr = 0, used = 0;
	const char **kinds;

	for (int side = 0; side < nr_sets; side++)
		nr += sets[side]->nr_reports;
	kinds = xalloc(NULL, nr, sizeof(*kinds));
	for (int side = 0; side < nr_sets; side++)
		for (size_t i = 0; i < sets[side]->nr_reports; i++)
			kinds[used++] = sets[side]->reports[i]->kind;
	if (nr)
		qsort(kinds, nr, sizeof(*kinds), by_name);
	for (size_t i = 0; i < nr; i++)
		if (!i || strcmp(kinds[i], kinds[i - 1]))
			put_rule(&writer, kinds[i]);
	free(kinds);
}

static void begin(FILE *file, const struct set *const *sets, int nr_sets)
{
	fprintf(file,
		"{\"$schema\":\"" SCHEMA "\",\"version\":\"2.1.0\",\n"
		"\"runs\":[{\"tool\":{\"driver\":{\"name\":\"kmsan-report\","
		"\"version\":\"%s\",\n\"rules\":[",
		VERSION);
	put_rules(file, sets, nr_sets);
	fputs("\n]}},\n\"columnKind\":\"unicodeCodePoints\",\n\"results\":[",
	      file);
}

static void end(FILE *file)
{
	fputs("\n]}]}\n", file);
}

/**
 * sarif_list() - print a set as SARIF
 * @out: the output
 * @set: the set
 */
void sarif_list(const struct output *out, const struct set *set)
{
	struct writer writer = {out->file, false};

	begin(out->file, &set, 1);
	for (size_t i = 0; i < set->nr_reports; i++)
		put_result(&writer, set->reports[i], NULL);
	end(out->file);
}

/**
 * sarif_compare() - print a comparison as SARIF
 * @out: the output
 * @comparison: the comparison
 */
void sarif_compare(const struct output *out,
		   const struct comparison *comparison)
{
	static const char *const states[] = {"absent", "new"};
	struct writer writer = {out->file, false};
	const struct set *b = comparison->sets[1];

	begin(out->file, comparison->sets, 2);
	for (int side = 1; side >= 0; side--)
		for (size_t i = 0; i < comparison->nr_alone[side]; i++)
			put_result(&writer,
				   comparison->sets[side]->reports
					   [comparison->alone[side][i].report],
				   states[side]);
	for (size_t i = 0; i < comparison->nr_groups; i++) {
		const struct group *group = &comparison->groups[i];

		for (size_t m = 0; m < group->nr_members[1]; m++)
			put_result(&writer, b->reports[group->members[1][m]],
				   "unchanged");
	}
	end(out->file);
}
