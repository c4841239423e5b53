// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * options.c - the command line.
 */
#include <argp.h>
#include <err.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "options.h"

/* Options without a letter. */
enum {
	OPTION_JSON = 256,
	OPTION_HTML,
	OPTION_JUNIT,
	OPTION_SARIF,
	OPTION_COLOR,
	OPTION_SORT,
	OPTION_BY,
	OPTION_MEMORY,
};

#define DEFAULT_MEMORY ((size_t)1024)

const char *argp_program_version = "kmsan-report (KMSAN for GCC) " VERSION;

static const char doc[] =
	"Read KMSAN's reports from logs of kernels and programs.\v"
	"list prints each report in FILEs, or standard input, once.  compare "
	"matches reports of the same bug in two builds.  A file named - is "
	"standard input.  run runs a command, such as make check; when that has "
	"ended, it prints each report of all processes, once, on standard "
	"error.\n\n"
	"Exit status: 0 if all is well; 1 if compare found a report that "
	"stands alone, or list --exit-code a report; 2 for wrong arguments or "
	"input.  That of run is the command's if it failed; else it is 99 if "
	"there was a report.\n\nSee kmsan-report(1) for the details.";

static const struct argp_option argp_options[] = {
	{"symbols", 's', "FILE", 0,
	 "Find files, lines and inlined functions with this vmlinux or "
	 "program; for compare once for A, then once for B (- for none)",
	 1},
	{"modules", 'm', "DIR", 0,
	 "The same for the modules (*.ko) below DIR; for compare once for A, "
	 "then once for B",
	 1},
	{"ignore", 'i', "FILE", 0, "Leave out the reports that FILE lists", 1},
	{"json", OPTION_JSON, NULL, 0, "Print JSON", 2},
	{"html", OPTION_HTML, NULL, 0, "Print a page of HTML", 2},
	{"junit", OPTION_JUNIT, NULL, 0,
	 "Print JUnit's XML: each report is a test that failed, for compare "
	 "each that only B has", 2},
	{"sarif", OPTION_SARIF, NULL, 0,
	 "Print SARIF 2.1.0; for compare B's reports, with A as baseline", 2},
	{"output", 'o', "FILE", 0, "Write to FILE", 2},
	{"color", OPTION_COLOR, "WHEN", 0, "auto, always or never", 2},
	{"brief", 'b', NULL, 0, "Print one line for each report", 2},
	{"title", 't', NULL, 0,
	 "With list, print syzkaller's title of each report as well", 2},
	{"frames", 'n', "N", 0, "Print at most N frames of a stack, as text",
	 2},
	{"sort", OPTION_SORT, "ORDER", 0,
	 "Sort list by first (occurrence), count or name", 2},
	{"by", OPTION_BY, "WHAT", 0,
	 "list by use, each report by itself, or by origin: those whose values "
	 "come from one place together",
	 2},
	{"exit-code", 'e', NULL, 0, "list exits with 1 if there is a report",
	 3},
	{"memory", OPTION_MEMORY, "MB", 0,
	 "Use at most this much memory for reports (1024)", 3},
	{"quiet", 'q', NULL, 0, "Print no warnings", 3},
	{0},
};

static int choose(struct argp_state *state, const char *option,
		  const char *value, const char *const *choices)
{
	char known[128] = "";
	int nr;

	for (nr = 0; choices[nr]; nr++)
		if (!strcmp(value, choices[nr]))
			return nr;
	for (int i = 0; i < nr; i++)
		snprintf(known + strlen(known), sizeof(known) - strlen(known),
			 "%s%s",
			 !i		? ""
			 : i + 1 < nr ? ", "
					: " or ",
			 choices[i]);
	argp_error(state, "--%s=%s: must be %s", option, value, known);
	return 0;
}

static unsigned long number(struct argp_state *state, const char *option,
			    const char *value, unsigned long min,
			    unsigned long max)
{
	unsigned long result;
	char *end;

	errno = 0;
	result = strtoul(value, &end, 10);
	if (errno || end == value || *end || *value == '-' || result < min ||
	    result > max)
		argp_error(state, "--%s=%s: must be a number from %lu to %lu",
			   option, value, min, max);
	return result;
}

static void add_name(struct argp_state *state, struct names_list *list,
		     const char *name)
{
	if (list->nr == MAX_NAMES)
		argp_error(state, "more than %d files for one option",
			   MAX_NAMES);
	list->names[list->nr++] = name;
}

static void set_format(struct argp_state *state, struct options *options,
		       enum format format)
{
	if (options->format != FORMAT_TEXT && options->format != format)
		argp_error(state, "--json, --html, --junit and --sarif "
				  "exclude each other");
	options->format = format;
}

static void take_command(struct argp_state *state, struct options *options,
			 const char *name)
{
	static const char *const commands[] = {
		[COMMAND_LIST] = "list",
		[COMMAND_COMPARE] = "compare",
		[COMMAND_RUN] = "run",
	};

	for (size_t i = 0; i < sizeof(commands) / sizeof(*commands); i++)
		if (!strcmp(name, commands[i])) {
			options->command = i;
			return;
		}
	argp_error(state,
		   "unknown command \"%s\"; commands are: list, compare, run",
		   name);
}

/* Options after run's command belong to the command. */
static void take_argument(struct argp_state *state, struct options *options,
			  char *value)
{
	if (!state->arg_num) {
		take_command(state, options, value);
		return;
	}
	options->logs[options->nr_logs++] = value;
	while (options->command == COMMAND_RUN && state->next < state->argc)
		options->logs[options->nr_logs++] = state->argv[state->next++];
}

static void check(struct argp_state *state, struct options *options)
{
	int nr_stdin = 0;

	if (options->by_origin && (options->command == COMMAND_COMPARE ||
				   options->format > FORMAT_JSON))
		argp_error(state, "--by=origin is for lists as text and JSON");
	if (options->command == COMMAND_RUN) {
		if (!options->nr_logs)
			argp_error(state, "run needs a command");
		return;
	}
	if (options->command == COMMAND_COMPARE && options->nr_logs != 2)
		argp_error(state, "compare needs two files, not %d",
			   options->nr_logs);
	if (options->command == COMMAND_COMPARE &&
	    (options->symbols.nr > 2 || options->modules.nr > 2))
		argp_error(state, "compare takes --symbols and --modules at "
				  "most twice: for A, then for B");
	for (int i = 0; i < options->nr_logs; i++)
		nr_stdin += !strcmp(options->logs[i], "-");
	if (nr_stdin > 1)
		argp_error(state, "standard input (-) can be read only once");
}

/* Options that may be given several times, each time with a name. */
static bool parse_name(int key, char *value, struct argp_state *state,
		       struct options *options)
{
	const struct {
		int key;
		struct names_list *list;
	} lists[] = {
		{'s', &options->symbols},
		{'m', &options->modules},
		{'i', &options->ignore},
	};

	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++)
		if (key == lists[i].key) {
			add_name(state, lists[i].list, value);
			return true;
		}
	return false;
}

/* Options without a value. */
static bool parse_flag(int key, struct argp_state *state,
		       struct options *options)
{
	static const struct {
		int key;
		enum format format;
	} formats[] = {
		{OPTION_JSON, FORMAT_JSON},
		{OPTION_HTML, FORMAT_HTML},
		{OPTION_JUNIT, FORMAT_JUNIT},
		{OPTION_SARIF, FORMAT_SARIF},
	};
	const struct {
		int key;
		bool *flag;
	} flags[] = {
		{'b', &options->brief},
		{'t', &options->title},
		{'e', &options->exit_code},
		{'q', &options->quiet},
	};

	for (size_t i = 0; i < sizeof(flags) / sizeof(*flags); i++)
		if (key == flags[i].key)
			return *flags[i].flag = true;
	for (size_t i = 0; i < sizeof(formats) / sizeof(*formats); i++)
		if (key == formats[i].key) {
			set_format(state, options, formats[i].format);
			return true;
		}
	return false;
}

static error_t parse(int key, char *value, struct argp_state *state)
{
	static const char *const when[] = {"auto", "always", "never", NULL};
	static const char *const order[] = {"first", "count", "name", NULL};
	static const char *const by[] = {"use", "origin", NULL};
	struct options *options = state->input;

	if (parse_flag(key, state, options) ||
	    parse_name(key, value, state, options))
		return 0;
	switch (key) {
	case 'o':
		options->output = value;
		break;
	case 'n':
		options->max_frames = number(state, "frames", value, 1, 100000);
		break;
	case OPTION_COLOR:
		options->color = choose(state, "color", value, when);
		break;
	case OPTION_SORT:
		options->order = choose(state, "sort", value, order);
		break;
	case OPTION_BY:
		options->by_origin = choose(state, "by", value, by);
		break;
	case OPTION_MEMORY:
		options->max_bytes = number(state, "memory", value, 1, 1 << 24)
				     << 20;
		break;
	case ARGP_KEY_ARG:
		take_argument(state, options, value);
		break;
	case ARGP_KEY_END:
		check(state, options);
		break;
	case ARGP_KEY_NO_ARGS:
		argp_error(state,
			   "no command; commands are: list, compare, run");
		break;
	default:
		return ARGP_ERR_UNKNOWN;
	}
	return 0;
}

/**
 * options_parse() - read the command line
 * @options: filled in
 * @argc: of main()
 * @argv: of main(); its strings are kept
 *
 * A mistake ends the program with status 2.
 */
void options_parse(struct options *options, int argc, char **argv)
{
	static const struct argp argp = {
		.options = argp_options,
		.parser = parse,
		.args_doc = "list [FILE...]\ncompare A B\n"
			    "run COMMAND [ARGUMENT...]",
		.doc = doc,
	};

	*options = (struct options){.max_bytes = DEFAULT_MEMORY << 20};
	options->logs = calloc(argc + 1, sizeof(*options->logs));
	if (!options->logs)
		err(2, "no memory for the command line");
	argp_err_exit_status = 2;
	argp_parse(&argp, argc, argv, ARGP_IN_ORDER, NULL, options);
}
