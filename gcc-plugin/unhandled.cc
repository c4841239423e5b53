// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * unhandled.cc - the list of constructs without a rule.
 *
 * A construct without a rule is a use of its operands and gives a clean result.
 * -fplugin-arg-kmsan-dump-unhandled lists each such place, as LLVM's
 * -msan-dump-strict-instructions does; the dump file has them too.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

/**
 * kmsan_unhandled() - note that the statement at work has no rule
 * @kind: what it is: "builtin", "operation", ...
 * @name: which one
 */
void kmsan_unhandled(const char *kind, const char *name)
{
	/* A PHI has no location of its own: that of the function, then. */
	expanded_location where = expand_location(
		LOCATION_LOCUS(kfn->loc) != UNKNOWN_LOCATION ?
			kfn->loc :
			DECL_SOURCE_LOCATION(current_function_decl));
	char *line;

	if (dump_file)
		fprintf(dump_file, ";; kmsan: unhandled %s %s\n", kind, name);
	line = xasprintf("%s:%d: %s: unhandled %s: %s\n",
			 where.file ? where.file : "<unknown>", where.line,
			 current_function_name(), kind, name);
	kmsan_append_line(&kmsan_opts.unhandled, "dump-unhandled", line);
	free(line);
}
