// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * ignore.c - known reports, which are left out.
 *
 * A file of lines
 *
 *	KIND in FUNCTION [FIELD=PATTERN]...
 *
 * where KIND and FUNCTION are patterns, too, like those for names of files.  A
 * report is ignored if it matches everything in one line.
 */
#include <errno.h>
#include <fnmatch.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "ignore.h"
#include "names.h"
#include "text.h"

#define MAX_FIELDS 16

enum field {
	FIELD_FRAME,
	FIELD_STORED,
	FIELD_CREATED,
	FIELD_ORIGIN,
	FIELD_VARIABLE,
	FIELD_MODULE,
	FIELD_FILE,
	NR_FIELDS,
};

static const char *const field_names[] = {
	[FIELD_FRAME] = "frame",       [FIELD_STORED] = "stored",
	[FIELD_CREATED] = "created",   [FIELD_ORIGIN] = "origin",
	[FIELD_VARIABLE] = "variable", [FIELD_MODULE] = "module",
	[FIELD_FILE] = "file",
};

struct ignore {
	struct ignore *next;
	const char *file;
	unsigned long line;
	unsigned long used;
	/* The line, in words; the patterns point into it. */
	char *text;
	const char *kind, *function;
	enum field fields[MAX_FIELDS];
	const char *patterns[MAX_FIELDS];
	unsigned int nr_fields;
};

struct ignore_list {
	struct ignore *first, **last;
};

struct ignore_list *ignore_new(void)
{
	struct ignore_list *list = xalloc(NULL, 1, sizeof(*list));

	list->first = NULL;
	list->last = &list->first;
	return list;
}

void ignore_free(struct ignore_list *list)
{
	struct ignore *next;

	for (struct ignore *ignore = list->first; ignore; ignore = next) {
		next = ignore->next;
		free(ignore->text);
		free(ignore);
	}
	free(list);
}

__attribute__((format(printf, 2, 3))) static bool fail(struct log_error *error,
						       const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(error->text, sizeof(error->text), format, args);
	va_end(args);
	return false;
}

static bool parse_field(struct ignore *ignore, char *word,
			struct log_error *error)
{
	char *value = strchr(word, '=');
	unsigned int field = 0;

	if (!value)
		return fail(error,
			    "\"%s\" is not FIELD=PATTERN; the line is: KIND in "
			    "FUNCTION [FIELD=PATTERN]...",
			    word);
	*value++ = 0;
	while (field < NR_FIELDS && strcmp(word, field_names[field]))
		field++;
	if (field == NR_FIELDS)
		return fail(error,
			    "unknown field \"%s\"; fields are: frame, "
			    "stored, created, origin, variable, module, file",
			    word);
	if (!*value)
		return fail(error, "%s has no pattern", word);
	if (field == FIELD_ORIGIN && strcmp(value, "created") &&
	    strcmp(value, "local") && strcmp(value, "unknown"))
		return fail(error,
			    "origin must be created, local or unknown, "
			    "not \"%s\"",
			    value);
	if (ignore->nr_fields == MAX_FIELDS)
		return fail(error, "more than %d fields", MAX_FIELDS);
	ignore->fields[ignore->nr_fields] = field;
	ignore->patterns[ignore->nr_fields++] = value;
	return true;
}

static bool parse_line(struct ignore *ignore, struct log_error *error)
{
	char *words[3], *word, *rest = ignore->text;

	for (int i = 0; i < 3; i++) {
		words[i] = strtok_r(rest, " ", &rest);
		if (!words[i])
			return fail(error,
				    "the line ends too early; its form is: "
				    "KIND in FUNCTION [FIELD=PATTERN]...");
	}
	if (strcmp(words[1], "in"))
		return fail(error,
			    "\"in\" is expected in place of \"%s\"; the line "
			    "is: KIND in FUNCTION [FIELD=PATTERN]...",
			    words[1]);
	ignore->kind = words[0];
	ignore->function = words[2];
	while ((word = strtok_r(rest, " ", &rest)))
		if (!parse_field(ignore, word, error))
			return false;
	return true;
}

/* A line without its comment; NULL if nothing is left. */
static char *clean_line(const char *line, size_t size)
{
	char *text = xalloc(NULL, TEXT_GROWTH * size + 1, 1), *end;

	text_clean(text, line, size);
	for (end = text; *end; end++)
		if (*end == '#' && (end == text || end[-1] == ' '))
			break;
	*end = 0;
	if (*text_skip_spaces(text))
		return text;
	free(text);
	return NULL;
}

/**
 * ignore_read() - read a file of known reports
 * @list: added to
 * @file: open for reading
 * @name: of the file; must outlive the list
 * @error: says what is wrong, and in which line
 *
 * Return: false if there is an error in it.
 */
bool ignore_read(struct ignore_list *list, FILE *file, const char *name,
		 struct log_error *error)
{
	char *line = NULL, *text;
	size_t room = 0;
	ssize_t size;
	bool right = true;

	*error = (struct log_error){0};
	while (right && (size = getline(&line, &room, file)) >= 0) {
		struct ignore *ignore;

		error->line++;
		text = clean_line(line, size);
		if (!text)
			continue;
		ignore = xalloc(NULL, 1, sizeof(*ignore));
		*ignore = (struct ignore){
			.file = name, .line = error->line, .text = text};
		*list->last = ignore;
		list->last = &ignore->next;
		right = parse_line(ignore, error);
	}
	free(line);
	if (right && ferror(file)) {
		error->line = 0;
		return fail(error, "cannot be read: %s", strerror(errno));
	}
	return right;
}

static bool fits(const char *pattern, const char *text)
{
	return text && !fnmatch(pattern, text, 0);
}

static bool function_fits(const char *pattern, const struct frame *frame)
{
	return frame->name &&
	       (fits(pattern, frame->name) ||
		fits(pattern, name_of_function(frame->name)->text));
}

static bool frame_fits(const struct frame *frame, enum field field,
		       const char *pattern)
{
	if (field == FIELD_MODULE)
		return fits(pattern, frame->module);
	if (field == FIELD_FILE)
		return fits(pattern, frame->file);
	return function_fits(pattern, frame);
}

static bool among(const struct report *report, enum stack_kind from,
		  enum stack_kind to, enum field field, const char *pattern)
{
	for (unsigned int i = 0; i < report->nr_stacks; i++) {
		const struct stack *stack = &report->stacks[i];

		if (stack->kind < from || stack->kind > to)
			continue;
		for (unsigned int f = 0; f < stack->nr_frames; f++)
			if (frame_fits(&stack->frames[f], field, pattern))
				return true;
	}
	return false;
}

static bool field_fits(const struct report *report, enum field field,
		       const char *pattern)
{
	const struct stack *creation = report_creation(report);

	switch (field) {
	case FIELD_STORED:
		return among(report, STACK_STORED, STACK_STORED, field,
			     pattern);
	case FIELD_CREATED:
		return among(report, STACK_CREATED, STACK_LOCAL, field,
			     pattern);
	case FIELD_ORIGIN:
		if (!creation || creation->unavailable)
			return fits(pattern, "unknown");
		return fits(pattern, stack_kind_name(creation->kind));
	case FIELD_VARIABLE:
		return creation && fits(pattern, creation->variable);
	case FIELD_FRAME:
	case FIELD_MODULE:
	case FIELD_FILE:
		return among(report, STACK_USE, STACK_USE, field, pattern);
	default:
		return false;
	}
}

static bool ignore_fits(const struct ignore *ignore,
			const struct report *report)
{
	if (!fits(ignore->kind, report->kind) ||
	    (strcmp(ignore->function, "*") &&
	     !function_fits(ignore->function, report_function(report))))
		return false;
	for (unsigned int i = 0; i < ignore->nr_fields; i++)
		if (!field_fits(report, ignore->fields[i], ignore->patterns[i]))
			return false;
	return true;
}

static bool is_ignored(void *arg, struct report *report)
{
	struct ignore_list *list = arg;
	bool ignored = false;

	/* All lines that match are in use, not only the first. */
	for (struct ignore *ignore = list->first; ignore; ignore = ignore->next)
		if (ignore_fits(ignore, report)) {
			ignore->used += report->count;
			ignored = true;
		}
	return ignored;
}

/**
 * ignore_apply() - remove known reports from a set
 * @list: the known reports; notes which lines were used
 * @set: nothing may be added later
 */
void ignore_apply(struct ignore_list *list, struct set *set)
{
	set_remove(set, is_ignored, list);
}

/**
 * ignore_unused() - report which lines matched no report
 * @list: has been applied
 * @tell: called for each
 */
void ignore_unused(const struct ignore_list *list,
		   void (*tell)(const char *file, unsigned long line))
{
	for (struct ignore *ignore = list->first; ignore; ignore = ignore->next)
		if (!ignore->used)
			tell(ignore->file, ignore->line);
}
