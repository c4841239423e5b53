/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * lines.h - the source of an address, from DWARF.
 */
#ifndef KMSAN_REPORT_LINES_H
#define KMSAN_REPORT_LINES_H

#include <elfutils/libdwfl.h>

#include "../runtime/inlined.h"

#define MAX_PLACES (KMSAN_MAX_INLINED + 1)

/*
 * The place in an inlined function or, as the last one, in the function itself.
 */
struct place {
	/* NULL for the function itself, or where DWARF has none. */
	const char *name;
	const char *file;
	long line;
};

struct lines;

struct lines *lines_new(Dwfl_Module *module);
bool lines_halved(const struct lines *lines);
unsigned int lines_find(struct lines *lines, Dwarf_Addr addr,
			struct place *places);
void lines_free(struct lines *lines);

#endif
