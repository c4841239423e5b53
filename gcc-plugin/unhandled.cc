// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * unhandled.cc - the list of what fell into a default rule, and how lists grow.
 *
 * A construct without a rule of its own is a use of its operands and gives a
 * clean result.  -fplugin-arg-kmsan-dump-unhandled lists each such place, as
 * LLVM's -msan-dump-strict-instructions does; the dump file has them too.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/**
 * kmsan_append() - append a line to a file that an argument of the plugin names
 * @file: its name, "-" for stderr; becomes NULL, for no file, if that cannot be
 *	written
 * @argument: the argument's
 * @line: the line, with its end
 *
 * In one piece, since several compilers may append to the file at once.
 */
void kmsan_append(const char **file, const char *argument, const char *line)
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

/**
 * kmsan_unhandled() - note that the statement at work has no rule
 * @kind: what it is: "builtin", "operation", ...
 * @name: which one
 */
void kmsan_unhandled(const char *kind, const char *name)
{
	expanded_location where = expand_location(kfn->loc);
	char *line;

	if (dump_file)
		fprintf(dump_file, ";; kmsan: unhandled %s %s\n", kind, name);
	line = xasprintf("%s:%d: %s: unhandled %s: %s\n",
			 where.file ? where.file : "<unknown>", where.line,
			 current_function_name(), kind, name);
	kmsan_append(&kmsan_opts.unhandled, "dump-unhandled", line);
	free(line);
}
