// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lines.c - the source of an address, from DWARF.
 */
#include <stdlib.h>
#include <string.h>

#include "lines.h"
#include "report.h"

struct unit_range {
	Dwarf_Addr start, end;
	/* The unit's DIE. */
	Dwarf_Off offset;
};

struct lines {
	Dwfl_Module *module;
	/* For compilers that write no table of addresses; made when needed. */
	struct unit_range *ranges;
	size_t nr_ranges, size_ranges;
	bool have_ranges;
	/* A unit was needed whose other half, in a file of its own, is gone. */
	bool halved;
};

/**
 * lines_new() - begin to look up addresses
 * @module: where
 */
struct lines *lines_new(Dwfl_Module *module)
{
	struct lines *lines = xalloc(NULL, 1, sizeof(*lines));

	*lines = (struct lines){.module = module};
	return lines;
}

void lines_free(struct lines *lines)
{
	free(lines->ranges);
	free(lines);
}

static void add_range(struct lines *lines, struct unit_range range)
{
	if (lines->nr_ranges == lines->size_ranges) {
		lines->size_ranges =
			lines->size_ranges ? lines->size_ranges * 2 : 256;
		lines->ranges = xalloc(lines->ranges, lines->size_ranges,
				       sizeof(*lines->ranges));
	}
	lines->ranges[lines->nr_ranges++] = range;
}

static int by_start(const void *a, const void *b)
{
	const struct unit_range *p = a, *q = b;

	return p->start < q->start ? -1 : p->start > q->start;
}

static void make_ranges(struct lines *lines)
{
	Dwarf_Die *unit = NULL;
	Dwarf_Addr bias = 0, base = 0, start = 0, end = 0;
	ptrdiff_t next;

	while ((unit = dwfl_module_nextcu(lines->module, unit, &bias))) {
		next = 0;
		while ((next = dwarf_ranges(unit, next, &base, &start, &end)) >
		       0)
			add_range(lines,
				  (struct unit_range){start, end,
						      dwarf_dieoffset(unit)});
	}
	if (lines->nr_ranges)
		qsort(lines->ranges, lines->nr_ranges, sizeof(*lines->ranges),
		      by_start);
	lines->have_ranges = true;
}

/* Find the unit of @addr, as DWARF counts addresses. */
static bool find_unit(struct lines *lines, Dwarf *dwarf, Dwarf_Addr addr,
		      Dwarf_Die *unit)
{
	size_t low = 0, high, middle;

	if (dwarf_addrdie(dwarf, addr, unit))
		return true;
	if (!lines->have_ranges)
		make_ranges(lines);
	/* The last one that does not start after it. */
	high = lines->nr_ranges;
	while (low < high) {
		middle = low + (high - low) / 2;
		if (lines->ranges[middle].start <= addr)
			low = middle + 1;
		else
			high = middle;
	}
	return low && addr < lines->ranges[low - 1].end &&
	       dwarf_offdie(dwarf, lines->ranges[low - 1].offset, unit);
}

/* Whether a unit is only the half with addresses and lines. */
static bool is_skeleton(Dwarf_Die *unit, uint8_t type)
{
	/* GNU's form for DWARF 4 has no type of its own. */
	return type == DW_UT_skeleton ||
	       dwarf_hasattr(unit, DW_AT_GNU_dwo_name);
}

/*
 * The unit with the functions: with -gsplit-dwarf that is in a .dwo file,
 * which libdw looks for where the compiler put it.
 */
static Dwarf_Die whole_unit(struct lines *lines, Dwarf_Die *unit)
{
	Dwarf_Die split = {0};
	uint8_t type = 0;

	if (dwarf_cu_info(unit->cu, NULL, &type, NULL, &split, NULL, NULL,
			  NULL) ||
	    !is_skeleton(unit, type))
		return *unit;
	if (dwarf_tag(&split) == DW_TAG_compile_unit)
		return split;
	lines->halved = true;
	return *unit;
}

/* Whether inlined functions may be missing in what was found. */
bool lines_halved(const struct lines *lines)
{
	return lines->halved;
}

/**
 * lines_find() - the source of an address
 * @lines: where to look
 * @addr: of an instruction
 * @places: MAX_PLACES; innermost first, the function itself last.  Their texts
 *	live as long as the module.
 *
 * Return: how many places, 0 if nothing is known.
 */
unsigned int lines_find(struct lines *lines, Dwarf_Addr addr,
			struct place *places)
{
	struct kmsan_inlined inlined = {.nr = 0};
	Dwarf_Die unit = {0}, whole, *die;
	Dwarf_Addr bias = 0;
	Dwarf *dwarf = dwfl_module_getdwarf(lines->module, &bias);
	unsigned int n = 0;
	Dwarf_Line *line;
	const char *path;
	int number = 0;

	addr -= bias;
	if (!dwarf || !find_unit(lines, dwarf, addr, &unit))
		return 0;
	line = dwarf_getsrc_die(&unit, addr);
	if (!line || dwarf_lineno(line, &number))
		return 0;
	path = kmsan_short_path(&unit, dwarf_linesrc(line, NULL, NULL));
	whole = whole_unit(lines, &unit);
	kmsan_find_inlined(&inlined, &whole, addr, 0);
	while (inlined.nr) {
		die = &inlined.function[--inlined.nr];
		places[n++] =
			(struct place){dwarf_diename(die), path, number};
		path = kmsan_call_path(&unit, die);
		number = kmsan_dwarf_number(die, DW_AT_call_line);
	}
	places[n++] = (struct place){NULL, path, number};
	return n;
}
