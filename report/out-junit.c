// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * out-junit.c - output as JUnit's XML, which is how CI takes results of tests.
 *
 * Readers differ in what they require: this is valid by both Ant's and Jenkins'
 * schemas.  Each distinct report is a test that failed.  Its name is made of
 * functions only, so that it stays the same when lines move.
 */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "output.h"


/* A test: a report, and whether it fails. */
struct test {
	const struct report *report;
	bool passes;
	char *name;
	/* How many tests before it have the same name. */
	unsigned int repeated;
};

struct tests {
	struct test *test;
	size_t nr;
};

static void add_test(struct tests *tests, const struct report *report,
		     bool passes)
{
	char title[MAX_LINE], origin[MAX_LINE], name[2 * MAX_LINE + 8];

	report_title(report, title, sizeof(title));
	origin_title(report, origin, sizeof(origin));
	snprintf(name, sizeof(name), "%s (%s)", title, origin);
	tests->test[tests->nr++] =
		(struct test){report, passes, xstrdup(name), 0};
}

static int by_name(const void *a, const void *b)
{
	const struct test *p = *(struct test *const *)a;
	const struct test *q = *(struct test *const *)b;
	int order = strcmp(p->name, q->name);

	return order ? order : p < q ? -1 : p > q;
}

/* CI takes tests with the same name for one. */
static void number_names(struct tests *tests)
{
	struct test **sorted = xalloc(NULL, tests->nr, sizeof(*sorted));

	for (size_t i = 0; i < tests->nr; i++)
		sorted[i] = &tests->test[i];
	if (tests->nr)
		qsort(sorted, tests->nr, sizeof(*sorted), by_name);
	for (size_t i = 1; i < tests->nr; i++)
		if (!strcmp(sorted[i]->name, sorted[i - 1]->name))
			sorted[i]->repeated = sorted[i - 1]->repeated + 1;
	free(sorted);
}

static void put_stack(FILE *file, const struct stack *stack)
{
	char line[MAX_LINE];

	stack_title(stack, line, sizeof(line));
	put_escaped(file, line);
	putc('\n', file);
	for (unsigned int i = 0; i < stack->nr_frames; i++) {
		frame_format(&stack->frames[i], line, sizeof(line));
		fputs("  ", file);
		put_escaped(file, line);
		putc('\n', file);
	}
	if (stack->unavailable)
		fputs("  (not recorded)\n", file);
}

static void put_failure(FILE *file, const struct report *report)
{
	char line[MAX_LINE];

	report_title(report, line, sizeof(line));
	fputs("\n<failure type=\"", file);
	put_escaped(file, report->kind);
	fputs("\" message=\"", file);
	put_escaped(file, line);
	fprintf(file, ", %lu time%s\">", report->count,
		report->count == 1 ? "" : "s");
	for (unsigned int i = 0; i < report->nr_stacks; i++)
		put_stack(file, &report->stacks[i]);
	fputs("at ", file);
	put_escaped(file, report->log);
	fprintf(file, ":%lu\n</failure>\n", report->line);
}

static void put_test(FILE *file, const struct test *test)
{
	fputs("<testcase classname=\"kmsan\" name=\"", file);
	put_escaped(file, test->name);
	if (test->repeated)
		fprintf(file, " %u", test->repeated + 1);
	fputs("\" time=\"0\">", file);
	if (!test->passes)
		put_failure(file, test->report);
	fputs("</testcase>\n", file);
}

/* Some readers require a time; not all accept a time zone. */
static void put_time(FILE *file)
{
	time_t now = time(NULL);
	char text[32] = "";
	struct tm utc;

	if (gmtime_r(&now, &utc))
		strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%S", &utc);
	fprintf(file, "timestamp=\"%s\"", text);
}

/*
 * Print and free all tests.  For some readers a list of no tests is an error.
 */
static void put_tests(FILE *file, struct tests *tests)
{
	size_t failures = 0;

	for (size_t i = 0; i < tests->nr; i++)
		failures += !tests->test[i].passes;
	number_names(tests);
	fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
	      "<testsuite name=\"KMSAN\" package=\"kmsan\" id=\"0\" "
	      "hostname=\"localhost\" ",
	      file);
	put_time(file);
	fprintf(file,
		" tests=\"%zu\" failures=\"%zu\" errors=\"0\" "
		"skipped=\"0\" time=\"0\">\n<properties/>\n",
		tests->nr ? tests->nr : 1, failures);
	if (!tests->nr)
		fputs("<testcase classname=\"kmsan\" name=\"no report\" "
		      "time=\"0\"></testcase>\n",
		      file);
	for (size_t i = 0; i < tests->nr; i++) {
		put_test(file, &tests->test[i]);
		free(tests->test[i].name);
	}
	fputs("<system-out/>\n<system-err/>\n</testsuite>\n</testsuites>\n",
	      file);
	free(tests->test);
}

/**
 * junit_list() - print a set as results of tests, all of which failed
 * @out: the output
 * @set: the set
 */
void junit_list(const struct output *out, const struct set *set)
{
	struct tests tests = {0};

	tests.test = xalloc(NULL, set->nr_reports, sizeof(*tests.test));
	for (size_t i = 0; i < set->nr_reports; i++)
		add_test(&tests, set->reports[i], false);
	put_tests(out->file, &tests);
}

/**
 * junit_compare() - print a comparison as results of tests
 * @out: the output
 * @comparison: the comparison
 *
 * B's reports that A has too are passed tests, those that are new failed ones.
 */
void junit_compare(const struct output *out,
		   const struct comparison *comparison)
{
	const struct set *b = comparison->sets[1];
	struct tests tests = {0};

	tests.test = xalloc(NULL, b->nr_reports, sizeof(*tests.test));
	for (size_t i = 0; i < comparison->nr_alone[1]; i++)
		add_test(&tests, b->reports[comparison->alone[1][i].report],
			 false);
	for (size_t i = 0; i < comparison->nr_groups; i++) {
		const struct group *group = &comparison->groups[i];

		for (size_t m = 0; m < group->nr_members[1]; m++)
			add_test(&tests, b->reports[group->members[1][m]],
				 true);
	}
	put_tests(out->file, &tests);
}
