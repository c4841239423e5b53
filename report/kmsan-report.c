// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * kmsan-report.c - read KMSAN's reports from logs; list and compare them.
 *
 * The path of a report: log.c cuts a log into lines, prefix.c and parse.c make
 * reports from them, set.c keeps each once.  Then symbols.c adds files and
 * lines, ignore.c removes known reports, match.c pairs those of two builds by
 * the rule of same.c, and one of out-*.c prints.  run.c makes logs by running a
 * command.
 */
#include <err.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ignore.h"
#include "names.h"
#include "options.h"
#include "output.h"
#include "run.h"
#include "symbols.h"
#include "text.h"

#define EXIT_ALONE 1
#define EXIT_INPUT 2
/* How many warnings there are about the lines of one log. */
#define MAX_DAMAGED 20

static struct options options;

static const struct {
	void (*list)(const struct output *out, const struct set *set);
	void (*compare)(const struct output *out,
			const struct comparison *comparison);
} formats[NR_FORMATS] = {
	[FORMAT_TEXT] = {text_list, text_compare},
	[FORMAT_JSON] = {json_list, json_compare},
	[FORMAT_HTML] = {html_list, html_compare},
	[FORMAT_JUNIT] = {junit_list, junit_compare},
	[FORMAT_SARIF] = {sarif_list, sarif_compare},
};

/* A file's name may be any bytes, and is printed. */
static char *clean_name(const char *name)
{
	size_t size = strlen(name);
	char *clean = xalloc(NULL, TEXT_GROWTH * size + 1, 1);

	text_clean(clean, name, size);
	return clean;
}

/* Say what is wrong with an input file, and exit. */
__attribute__((noreturn)) static void die(const char *name,
					  const struct log_error *error)
{
	if (error->line)
		errx(EXIT_INPUT, "%s:%lu: %s", name, error->line, error->text);
	errx(EXIT_INPUT, "%s: %s", name, error->text);
}

static FILE *open_input(const char *name)
{
	struct stat stat;
	FILE *file;

	if (!strcmp(name, "-"))
		return stdin;
	file = fopen(name, "r");
	if (!file)
		err(EXIT_INPUT, "%s", name);
	if (!fstat(fileno(file), &stat) && S_ISDIR(stat.st_mode))
		errx(EXIT_INPUT, "%s: is a directory; name the logs in it",
		     name);
	return file;
}

/* Note a damaged line of the log that is being read: the last one of the set. */
static void tell_damaged(void *arg, unsigned long line, const char *what)
{
	struct set *set = arg;
	struct log *log = &set->logs[set->nr_logs - 1];

	log->damaged++;
	if (options.quiet)
		return;
	if (log->damaged <= MAX_DAMAGED)
		warnx("%s:%lu: %s", log->name, line, what);
	if (log->damaged == MAX_DAMAGED)
		warnx("%s: more such lines are not listed", log->name);
}

/* Read a log that the output calls @shown, which is freed with the set. */
static void read_log(struct set *set, const char *name, char *shown)
{
	const struct sink sink = {set, set_add, tell_damaged};
	FILE *file = open_input(name);
	struct log_error error;
	struct log *log;

	set->logs = xalloc(set->logs, set->nr_logs + 1, sizeof(*set->logs));
	log = &set->logs[set->nr_logs++];
	*log = (struct log){
		.name = shown,
		.wants_boots = options.symbols.nr || options.modules.nr,
	};
	if (!log_read(log, file, &sink, &error))
		die(log->name, &error);
	if (file != stdin)
		fclose(file);
}

static void warn_cut(const struct set *set)
{
	for (size_t i = 0; i < set->nr_reports; i++) {
		const struct report *report = set->reports[i];

		if (report->cut_off)
			warnx("%s:%lu: the report that begins here is cut off "
			      "at line %lu: %s",
			      report->log, report->line, report->last_line,
			      report->why_cut);
	}
}

static void warn_empty(const struct set *set)
{
	for (unsigned int i = 0; i < set->nr_logs; i++)
		warnx("%s: no report in %lu lines", set->logs[i].name,
		      set->logs[i].lines);
}

static void warn_set(const struct set *set)
{
	warn_cut(set);
	if (set->lost)
		warnx("%lu reports did not fit into %zu MB and are missing; "
		      "--memory gives more",
		      set->lost, options.max_bytes >> 20);
}

static void warn_frames(unsigned long nr, const char *why)
{
	if (nr)
		warnx("%lu frame%s without a line: %s", nr, nr == 1 ? "" : "s",
		      why);
}

static void warn_symbols(const struct symbols *symbols)
{
	const struct symbols_found *found = symbols_found(symbols);

	warn_frames(found->changed,
		    "the function has another size in the files of --symbols "
		    "and --modules; they are not of the build that printed "
		    "the log");
	warn_frames(found->without_lines,
		    "there is no debug information; build with "
		    "CONFIG_DEBUG_INFO, or -g");
	warn_frames(found->compressed,
		    "the debug information is compressed in a way that this "
		    "libelf does not know; run objcopy "
		    "--decompress-debug-sections");
	if (found->halved)
		warnx("%lu frame%s may be of functions that were inlined: "
		      "the build's .dwo files are not where they were",
		      found->halved, found->halved == 1 ? "" : "s");
	warn_frames(found->unread,
		    "the file of its module cannot be read; if it is "
		    "compressed in a way that this libdw does not know, "
		    "decompress it, as by unzstd");
	warn_frames(found->unknown,
		    "the function is in no file of --symbols and --modules");
	warn_frames(found->unplaced,
		    "it is an address, and the log does not say how far KASLR "
		    "moved the kernel; add the line 'Kernel Offset:' that it "
		    "prints when it panics, or boot with nokaslr");
	warn_frames(found->outside,
		    "it is an address outside of all functions of --symbols");
	warn_frames(found->ambiguous,
		    "several functions have this name and size");
}

/* Add the symbols of number @i of an option's names; "-" is nothing. */
static bool add_symbols(struct symbols *symbols, const struct names_list *list,
			unsigned int i,
			bool (*add)(struct symbols *symbols, const char *name,
				    char *error, size_t room))
{
	char error[512];

	if (i >= list->nr || !strcmp(list->names[i], "-"))
		return false;
	if (!add(symbols, list->names[i], error, sizeof(error)))
		errx(EXIT_INPUT, "%s", error);
	return true;
}

/* Use the files [first, end) of the options. */
static void resolve(struct set *set, unsigned int first, unsigned int end)
{
	struct symbols *symbols = symbols_new();
	bool any = false;

	for (unsigned int i = first; i < end; i++) {
		any |= add_symbols(symbols, &options.symbols, i,
				   symbols_add_file);
		any |= add_symbols(symbols, &options.modules, i,
				   symbols_add_modules);
	}
	if (any) {
		symbols_resolve(symbols, set);
		if (!options.quiet)
			warn_symbols(symbols);
	}
	symbols_free(symbols);
}

static struct ignore_list *read_ignored(void)
{
	struct ignore_list *list = ignore_new();
	struct log_error error;

	for (unsigned int i = 0; i < options.ignore.nr; i++) {
		const char *name = options.ignore.names[i];
		FILE *file = open_input(name);

		if (!ignore_read(list, file, name, &error))
			die(name, &error);
		if (file != stdin)
			fclose(file);
	}
	return list;
}

static void tell_unused(const char *file, unsigned long line)
{
	warnx("%s:%lu: matches no report", file, line);
}

static int by_first(const struct report *a, const struct report *b)
{
	return a->serial < b->serial ? -1 : a->serial > b->serial;
}

static int by_count(const void *a, const void *b)
{
	const struct report *p = *(struct report *const *)a;
	const struct report *q = *(struct report *const *)b;

	if (p->count != q->count)
		return p->count < q->count ? 1 : -1;
	return by_first(p, q);
}

static int by_name(const void *a, const void *b)
{
	const struct report *p = *(struct report *const *)a;
	const struct report *q = *(struct report *const *)b;
	const char *name_p = report_function(p)->name;
	const char *name_q = report_function(q)->name;
	int order = strcmp(name_p ? name_p : "", name_q ? name_q : "");

	if (!order)
		order = strcmp(p->kind, q->kind);
	return order ? order : by_first(p, q);
}

static void sort_set(struct set *set)
{
	if (!set->nr_reports || options.order == ORDER_FIRST)
		return;
	qsort(set->reports, set->nr_reports, sizeof(*set->reports),
	      options.order == ORDER_COUNT ? by_count : by_name);
}

/* All logs have been read: complete the set, and warn. */
static void finish_set(struct set *set, struct ignore_list *ignored,
		       unsigned int symbols, unsigned int end_symbols)
{
	set_join_cut(set);
	resolve(set, symbols, end_symbols);
	ignore_apply(ignored, set);
	if (!options.quiet)
		warn_set(set);
}

/* Read one side: the logs [first, end), and the symbols that belong to them. */
static void read_set(struct set *set, struct ignore_list *ignored, int first,
		     int end, unsigned int symbols, unsigned int end_symbols)
{
	set_init(set, options.max_bytes);
	for (int i = first; i < end; i++)
		read_log(set, options.logs[i], clean_name(options.logs[i]));
	if (first == end)
		read_log(set, "-", xstrdup("-"));
	if (!set->total && !options.quiet)
		warn_empty(set);
	finish_set(set, ignored, symbols, end_symbols);
}

static void finish_ignored(struct ignore_list *ignored)
{
	if (!options.quiet)
		ignore_unused(ignored, tell_unused);
	ignore_free(ignored);
}

static bool want_color(FILE *file)
{
	const char *term = getenv("TERM"), *no = getenv("NO_COLOR");

	switch (options.color) {
	case WHEN_ALWAYS:
		return true;
	case WHEN_NEVER:
		return false;
	case WHEN_AUTO:
		break;
	}
	return isatty(fileno(file)) && !(no && *no) && term &&
	       strcmp(term, "dumb");
}

/*
 * The output, opened once everything has been read: an error in the input
 * leaves an older file as it was.
 */
static struct output open_output(FILE *file)
{
	struct output out = {
		.file = file,
		.brief = options.brief,
		.title = options.title,
		.by_origin = options.by_origin,
		.by_count = options.order == ORDER_COUNT,
		.max_frames = options.max_frames,
	};

	if (options.output) {
		out.file = fopen(options.output, "w");
		if (!out.file)
			err(EXIT_INPUT, "%s", options.output);
	}
	out.color = want_color(out.file);
	return out;
}

static void close_output(const struct output *out)
{
	if (ferror(out->file) | fclose(out->file))
		err(EXIT_INPUT, "cannot write %s",
		    options.output ? options.output : "the output");
}

/* Return: whether there is a report. */
static bool print_list(struct set *set, FILE *file)
{
	bool found = set->nr_reports || set->lost;
	struct output out;

	sort_set(set);
	out = open_output(file);
	formats[options.format].list(&out, set);
	close_output(&out);
	set_free(set);
	return found;
}

static int list(void)
{
	struct ignore_list *ignored = read_ignored();
	struct set set;

	read_set(&set, ignored, 0, options.nr_logs, 0, MAX_NAMES);
	finish_ignored(ignored);
	return print_list(&set, stdout) && options.exit_code ? EXIT_ALONE : 0;
}

static int run(void)
{
	struct ignore_list *ignored = read_ignored();
	struct run run;
	struct set set;

	run_command(&run, options.logs);
	set_init(&set, options.max_bytes);
	for (size_t i = 0; i < run.nr_logs; i++) {
		char name[32];

		snprintf(name, sizeof(name), "process %lu", run.logs[i].pid);
		read_log(&set, run.logs[i].path, xstrdup(name));
	}
	run_hand_on(&run);
	finish_set(&set, ignored, 0, MAX_NAMES);
	finish_ignored(ignored);
	return run_end(&run, print_list(&set, run_stream(&run)));
}

static int compare(void)
{
	struct ignore_list *ignored = read_ignored();
	struct comparison comparison;
	struct output out;
	struct set sets[2];
	bool alone;

	for (int side = 0; side < 2; side++)
		read_set(&sets[side], ignored, side, side + 1, side, side + 1);
	finish_ignored(ignored);
	compare_sets(&comparison, &sets[0], &sets[1]);
	out = open_output(stdout);
	formats[options.format].compare(&out, &comparison);
	close_output(&out);
	alone = comparison.nr_alone[0] || comparison.nr_alone[1];
	comparison_free(&comparison);
	set_free(&sets[0]);
	set_free(&sets[1]);
	return alone ? EXIT_ALONE : 0;
}

int main(int argc, char **argv)
{
	static int (*const commands[])(void) = {
		[COMMAND_LIST] = list,
		[COMMAND_COMPARE] = compare,
		[COMMAND_RUN] = run,
	};
	int status;

	options_parse(&options, argc, argv);
	status = commands[options.command]();
	names_free();
	free(options.logs);
	return status;
}
