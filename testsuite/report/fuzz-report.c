// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * fuzz-report.c - kmsan-report on arbitrary bytes; for libFuzzer, for mutate.c, or
 * for files.
 *
 * An input has up to three parts with a line "%%" in between: a log, the log of
 * another build, a file of known reports.  Everything that kmsan-report does
 * with logs is done, except for the command line and symbols.  Besides what the
 * sanitizers check, the output must add up, and be valid JSON.  Except for files
 * each input is printed in one format, which the input chooses: printing takes
 * most of the time, and more can go wrong in reading.
 *
 * With -DFUZZ_FILES there is a main() that runs files, and prints each in all
 * formats.
 */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "ignore.h"
#include "names.h"
#include "output.h"

#define MEMORY (1 << 20)
/* Text, JSON, HTML, JUnit's XML, SARIF, and JSON by origin. */
#define NR_FORMATS 6

/* Forgetting all names takes longer than a short input. */
#define KEEP_NAMES 64

/* How an input is printed: in this format, or in each of them. */
static int only = -1;

#define CHECK(condition)                                                       \
	do {                                                                   \
		if (!(condition)) {                                            \
			fprintf(stderr, "%s:%d: does not hold: %s\n",          \
				__FILE__, __LINE__, #condition);               \
			abort();                                               \
		}                                                              \
	} while (0)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct part {
	const char *text;
	size_t size;
};

/* Up to the next line "%%". */
static struct part next_part(struct part *rest)
{
	static const char border[] = "\n%%\n";
	struct part part = *rest;
	const char *end =
		part.size ? memmem(part.text, part.size, border, 4) : NULL;

	if (!end) {
		*rest = (struct part){0};
		return part;
	}
	part.size = end + 1 - part.text;
	rest->text = end + 4;
	rest->size -= end + 4 - part.text;
	return part;
}

static void count_damaged(void *arg, unsigned long line, const char *what)
{
	struct set *set = arg;

	CHECK(line && what);
	set->logs->damaged++;
}

static void read_part(struct set *set, const struct part *part)
{
	const struct sink sink = {set, set_add, count_damaged};
	FILE *file = fmemopen((void *)part->text, part->size, "r");
	struct log_error error;
	unsigned long sum = 0;

	set_init(set, MEMORY);
	set->logs = xalloc(NULL, 1, sizeof(*set->logs));
	set->logs[set->nr_logs++] = (struct log){
		.name = xstrdup("log"),
		.wants_boots = true,
	};
	if (file) {
		if (!log_read(set->logs, file, &sink, &error))
			CHECK(error.text[0]);
		fclose(file);
	}
	CHECK(set->bytes <= MEMORY);
	for (size_t i = 0; i < set->nr_reports; i++)
		sum += set->reports[i]->count;
	CHECK(sum + set->lost == set->total);
	set_join_cut(set);
	sum = 0;
	for (size_t i = 0; i < set->nr_reports; i++)
		sum += set->reports[i]->count;
	CHECK(sum + set->lost == set->total);
}

static void check_json(const char *text, size_t size)
{
	json_error_t error;
	json_t *json = json_loadb(text, size, JSON_REJECT_DUPLICATES, &error);

	if (!json)
		fprintf(stderr, "%s in line %d\n", error.text, error.line);
	CHECK(json);
	json_decref(json);
}

/* The page has no code but its own. */
static void check_html(const char *text)
{
	const char *first = strstr(text, "<script>");

	CHECK(first && !strstr(first + 1, "<script"));
	CHECK(!strstr(text, "<img"));
}

/* All text has been escaped. */
static void check_junit(const char *text)
{
	for (const char *p = text; (p = strchr(p, '&')); p++)
		CHECK(p[1] == '#');
	CHECK(strstr(text, "<testcase "));
}

static void print_as(const struct set *set, const struct comparison *comparison,
		     int format)
{
	struct output out = {.color = true, .max_frames = 3};
	char *text;
	size_t size;

	out.file = open_memstream(&text, &size);
	CHECK(out.file);
	switch (format) {
	case 0:
		set ? text_list(&out, set) : text_compare(&out, comparison);
		break;
	case 1:
		set ? json_list(&out, set) : json_compare(&out, comparison);
		break;
	case 2:
		set ? html_list(&out, set) : html_compare(&out, comparison);
		break;
	case 3:
		set ? junit_list(&out, set) : junit_compare(&out, comparison);
		break;
	case 4:
		set ? sarif_list(&out, set) : sarif_compare(&out, comparison);
		break;
	case 5:
		out.by_origin = out.by_count = true;
		set ? json_list(&out, set) : json_compare(&out, comparison);
		break;
	}
	fclose(out.file);
	if (format == 1 || format >= 4)
		check_json(text, size);
	if (format == 2)
		check_html(text);
	if (format == 3)
		check_junit(text);
	free(text);
}

static void print(const struct set *set, const struct comparison *comparison)
{
	for (int format = 0; format < NR_FORMATS; format++)
		if (only < 0 || only == format)
			print_as(set, comparison, format);
}

static void compare(struct set *sets)
{
	struct comparison comparison;
	size_t nr;

	compare_sets(&comparison, &sets[0], &sets[1]);
	for (int side = 0; side < 2; side++) {
		nr = comparison.nr_alone[side];
		for (size_t i = 0; i < comparison.nr_groups; i++) {
			CHECK(comparison.groups[i].nr_members[side]);
			nr += comparison.groups[i].nr_members[side];
		}
		CHECK(nr == sets[side].nr_reports);
	}
	print(NULL, &comparison);
	comparison_free(&comparison);
}

/* Each report is the same bug as itself. */
static void compare_self(struct set *set)
{
	struct comparison comparison;

	compare_sets(&comparison, set, set);
	CHECK(!comparison.nr_alone[0] && !comparison.nr_alone[1]);
	comparison_free(&comparison);
}

static void ignore_none(const char *file, unsigned long line)
{
	(void)file;
	(void)line;
}

static void ignore(struct set *set, const struct part *part)
{
	FILE *file = part->size ? fmemopen((void *)part->text, part->size, "r")
				: NULL;
	struct ignore_list *list;
	struct log_error error;

	if (!file)
		return;
	list = ignore_new();
	if (ignore_read(list, file, "known", &error))
		ignore_apply(list, set);
	else
		CHECK(error.text[0] && error.line);
	ignore_unused(list, ignore_none);
	ignore_free(list);
	fclose(file);
}

static void run(const uint8_t *data, size_t size)
{
	static unsigned int runs;
	struct part rest = {(const char *)data, size}, part;
	struct set sets[2];

	for (int side = 0; side < 2; side++) {
		part = next_part(&rest);
		read_part(&sets[side], &part);
	}
	print(&sets[0], NULL);
	compare_self(&sets[0]);
	part = next_part(&rest);
	ignore(&sets[0], &part);
	compare(sets);
	set_free(&sets[0]);
	set_free(&sets[1]);
	if (++runs % KEEP_NAMES == 0)
		names_free();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	uint32_t sum = 0;

	for (size_t i = 0; i < size; i++)
		sum = sum * 31 + data[i];
	only = (sum >> 16) % NR_FORMATS;
	run(data, size);
	return 0;
}

#ifdef FUZZ_FILES
int main(int argc, char **argv)
{
	static char text[16 << 20];

	for (int i = 1; i < argc; i++) {
		FILE *file = fopen(argv[i], "r");

		CHECK(file);
		run((uint8_t *)text, fread(text, 1, sizeof(text), file));
		fclose(file);
	}
	return 0;
}
#endif
