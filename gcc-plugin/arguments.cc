// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * arguments.cc - the arguments after -fplugin-arg-kmsan-, by arguments.def.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

struct kmsan_options kmsan_opts = {
	.param_retval = true,
	.page_cache = true,
};

/**
 * struct kmsan_argument - a row of arguments.def
 * @name: its name
 * @values: what may follow, as help shows it
 * @read: sets @option from the value given; false if that is wrong
 * @option: a field of kmsan_opts
 */
struct kmsan_argument {
	const char *name;
	const char *values;
	bool (*read)(const struct kmsan_argument *row, const char *value);
	void *option;
};

/* The words in @row->values, as a sentence has them: "call, user or kernel". */
static char *kmsan_list_words(const struct kmsan_argument *row)
{
	char *list = xstrdup(row->values + 1), *next;

	while ((next = strchr(list, '|'))) {
		char *longer;

		*next = '\0';
		longer = concat(list, strchr(next + 1, '|') ? ", " : " or ",
				next + 1, NULL);
		free(list);
		list = longer;
	}
	return list;
}

/* Which of the words in @row->values is @value? -1, with an error, if none. */
static int kmsan_read_word(const struct kmsan_argument *row, const char *value)
{
	const char *word = row->values + 1;
	char *list;

	for (int i = 0; value && *word; i++) {
		size_t length = strcspn(word, "|");

		if (strlen(value) == length && !strncmp(word, value, length))
			return i;
		word += length + (word[length] == '|');
	}
	list = kmsan_list_words(row);
	error("kmsan: %qs is not a value of argument %qs; it is %s",
	      value ? value : "", row->name, list);
	free(list);
	return -1;
}

static bool kmsan_read_flag(const struct kmsan_argument *row, const char *value)
{
	int word = kmsan_read_word(row, value);

	*(bool *)row->option = word > 0;
	return word >= 0;
}

static bool kmsan_read_reach(const struct kmsan_argument *row,
			     const char *value)
{
	int word = kmsan_read_word(row, value);

	*(enum kmsan_reach *)row->option = (enum kmsan_reach)MAX(word, 0);
	return word >= 0;
}

static bool kmsan_read_presence(const struct kmsan_argument *row,
				const char *value)
{
	*(bool *)row->option = true;
	if (value)
		error("kmsan: argument %qs takes no value, but has %qs",
		      row->name, value);
	return !value;
}

static bool kmsan_read_file(const struct kmsan_argument *row, const char *value)
{
	*(const char **)row->option = value ? value : "-";
	return true;
}

/*
 * The option gets what follows -fdump-tree-kmsan.  In the value a colon stands
 * for the =, since GCC cuts an argument off at a second =.
 */
static bool kmsan_read_dump(const struct kmsan_argument *row, const char *value)
{
	const char *file = value ? strchr(value, ':') : NULL;
	char *option = NULL;

	if (value)
		option = concat(file == value ? "" : "-", value, NULL);
	if (file)
		*strchr(option, ':') = '=';
	*(const char **)row->option = option ? option : "";
	return true;
}

static const struct kmsan_argument kmsan_arguments[] = {
#define ARGUMENT(NAME, VALUE, DEFAULT, MEANING, READ, FIELD) \
	{ NAME, VALUE, READ, &kmsan_opts.FIELD },
#include "arguments.def"
#undef ARGUMENT
};

/* For the error that a wrong argument gives. */
static const char kmsan_known_arguments[] =
#define ARGUMENT(NAME, VALUE, DEFAULT, MEANING, READ, FIELD) ", " NAME VALUE
#include "arguments.def"
#undef ARGUMENT
	;

/* What --help says about the plugin. */
const char kmsan_help[] =
	"KMSAN: instruments code to find uses of uninitialised memory.\n"
	"Arguments, each as -fplugin-arg-kmsan-NAME[=VALUE]:\n"
#define ARGUMENT(NAME, VALUE, DEFAULT, MEANING, READ, FIELD) \
	"  " NAME VALUE "\n      " MEANING " (" DEFAULT ")\n"
#include "arguments.def"
#undef ARGUMENT
	;

/**
 * kmsan_read_argument() - set the option that an argument stands for
 * @arg: the argument, as GCC has it
 *
 * Return: false, after an error, if it is unknown or its value is wrong.
 */
bool kmsan_read_argument(const struct plugin_argument *arg)
{
	for (unsigned int i = 0; i < ARRAY_SIZE(kmsan_arguments); i++)
		if (!strcmp(arg->key, kmsan_arguments[i].name))
			return kmsan_arguments[i].read(&kmsan_arguments[i],
						       arg->value);
	error("kmsan: unknown argument %qs; known are %s", arg->key,
	      kmsan_known_arguments + strlen(", "));
	return false;
}

/**
 * kmsan_append_line() - append a line to a file that an argument names
 * @file: its name, "-" for stderr; becomes NULL, for no file, if that cannot be
 *	written
 * @argument: the argument
 * @line: the line, with its end
 *
 * In a single write, since several compilers may append to the file at once.
 */
void kmsan_append_line(const char **file, const char *argument,
		       const char *line)
{
	size_t length = strlen(line);
	int fd = STDERR_FILENO;

	if (!*file)
		return;
	if (strcmp(*file, "-"))
		fd = open(*file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC,
			  0666);
	if (fd < 0 || write(fd, line, length) != (ssize_t)length) {
		error("kmsan: cannot append to %qs: %m; name a file that can "
		      "be written in %<-fplugin-arg-kmsan-%s=%>",
		      *file, argument);
		*file = NULL;
	}
	if (fd >= 0 && fd != STDERR_FILENO)
		close(fd);
}
