// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * options.c - the KMSAN_OPTIONS environment variable.
 *
 * It has "name=value" items with colons in between.  A mistake stops the
 * program: ignored, it would look like a test that found nothing.
 */
#include "internal.h"
#include "platform.h"

struct kmsan_options kmsan_options = {
	/*
	 * To automake, autotest and meson, 99 is an error, even for a test that
	 * is expected to fail; 77 would mean a skipped test.
	 */
	.exitcode = 99,
	.poison_heap = 1,
	.depot_kb = 256 << 10,
};

struct option {
	const char *name;
	/* Exactly one of these two. */
	unsigned int *number;
	char *text;
	unsigned int min, max;
	const char *help;
};

static const struct option options[] = {
	{"exitcode", &kmsan_options.exitcode, NULL, 0, 255,
	 "exit status of a program with reports; 0 leaves it alone"},
	{"halt_on_error", &kmsan_options.halt_on_error, NULL, 0, 1,
	 "exit right after the first report"},
	{"log_path", NULL, kmsan_log_path, 0, 0,
	 "write reports to FILE.PID, or to stderr or stdout"},
	{"report_all", &kmsan_options.report_all, NULL, 0, 1,
	 "report a faulty place each time, not once"},
	{"poison_heap", &kmsan_options.poison_heap, NULL, 0, 1,
	 "treat memory from malloc() as uninitialised"},
	{"depot_kb", &kmsan_options.depot_kb, NULL, 4, 2 << 20,
	 "kilobytes for the stacks behind origins"},
};

__attribute__((noreturn)) static void bad_option(const char *item, size_t size,
						 const char *problem)
{
	char text[256];

	if (size >= sizeof(text))
		size = sizeof(text) - 1;
	kmsan_raw_memcpy(text, item, size);
	text[size] = 0;
	kmsan_pr("KMSAN: KMSAN_OPTIONS: %s in '%s'; known are:\n", problem,
		 text);
	for (size_t i = 0; i < ARRAY_SIZE(options); i++) {
		const struct option *option = &options[i];

		if (option->text)
			kmsan_pr("KMSAN:   %s=FILE", option->name);
		else
			kmsan_pr("KMSAN:   %s=%u..%u", option->name,
				 option->min, option->max);
		kmsan_pr("  %s\n", option->help);
	}
	/* log_path may be wrong, too. */
	kmsan_log_path[0] = 0;
	kmsan_pr_flush();
	kmsan_platform_exit(KMSAN_EXIT_SETUP);
}

static bool parse_number(const char *text, size_t size, unsigned int *value)
{
	u64 number = 0;

	for (size_t i = 0; i < size; i++) {
		if (text[i] < '0' || text[i] > '9' || number > 1UL << 32)
			return false;
		number = number * 10 + (text[i] - '0');
	}
	*value = number;
	return size && number == *value;
}

static void parse_item(const char *item, size_t size)
{
	const struct option *option = options;
	size_t name = 0, length;
	unsigned int number;

	while (name < size && item[name] != '=')
		name++;
	for (; option < options + ARRAY_SIZE(options); option++)
		if (!kmsan_raw_memcmp(option->name, item, name) &&
		    !option->name[name])
			break;
	if (option == options + ARRAY_SIZE(options))
		bad_option(item, size, "unknown option");
	if (name == size)
		bad_option(item, size, "no value");
	length = size - name - 1;
	item += name + 1;
	if (option->text) {
		if (!length || length >= sizeof(kmsan_log_path))
			bad_option(item - name - 1, size, "bad value");
		kmsan_raw_memcpy(option->text, item, length);
		option->text[length] = 0;
		return;
	}
	if (!parse_number(item, length, &number) || number < option->min ||
	    number > option->max)
		bad_option(item - name - 1, size, "bad value");
	*option->number = number;
}

/**
 * kmsan_options_init() - set the options
 * @text: value of the environment variable, or NULL
 */
void kmsan_options_init(const char *text)
{
	size_t n;

	for (; text && *text; text += n + (text[n] == ':')) {
		for (n = 0; text[n] && text[n] != ':'; n++)
			;
		if (n)
			parse_item(text, n);
	}
}
