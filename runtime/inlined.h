/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * inlined.h - the inlined functions around an address, and where they were
 * called.
 *
 * The runtime and kmsan-report both show them.  Nothing here calls the C
 * library, whose functions are hooks in the runtime.
 */
#ifndef KMSAN_INLINED_H
#define KMSAN_INLINED_H

#include <dwarf.h>
#include <elfutils/libdw.h>

/* How many inlined functions are kept, and how deeply scopes may be nested. */
#define KMSAN_MAX_INLINED 31
#define KMSAN_MAX_DEPTH 200

struct kmsan_inlined {
	/* Outermost first. */
	Dwarf_Die function[KMSAN_MAX_INLINED];
	unsigned int nr;
};

/* Add those below @parent; they may be in blocks, namespaces and classes. */
static inline void kmsan_find_inlined(struct kmsan_inlined *inlined,
				      Dwarf_Die *parent, Dwarf_Addr addr,
				      int depth)
{
	Dwarf_Die die;

	if (depth == KMSAN_MAX_DEPTH || dwarf_child(parent, &die))
		return;
	do {
		switch (dwarf_tag(&die)) {
		case DW_TAG_namespace:
		case DW_TAG_class_type:
		case DW_TAG_structure_type:
			kmsan_find_inlined(inlined, &die, addr, depth + 1);
			break;
		case DW_TAG_inlined_subroutine:
		case DW_TAG_subprogram:
		case DW_TAG_lexical_block:
			if (dwarf_haspc(&die, addr) <= 0)
				break;
			if (dwarf_tag(&die) == DW_TAG_inlined_subroutine &&
			    inlined->nr < KMSAN_MAX_INLINED)
				inlined->function[inlined->nr++] = die;
			kmsan_find_inlined(inlined, &die, addr, depth + 1);
			return;
		}
	} while (!dwarf_siblingof(&die, &die));
}

/* A path as the compiler was given it: relative to where it ran. */
static inline const char *kmsan_short_path(Dwarf_Die *unit, const char *path)
{
	const char *dir = NULL, *rest = path;
	Dwarf_Attribute attr;

	if (!path)
		return NULL;
	if (dwarf_attr_integrate(unit, DW_AT_comp_dir, &attr))
		dir = dwarf_formstring(&attr);
	for (; dir && *dir && *dir == *rest; dir++)
		rest++;
	if (dir && !*dir && rest > path && *rest == '/')
		path = rest + 1;
	while (path[0] == '.' && path[1] == '/')
		path += 2;
	return path;
}

static inline Dwarf_Word kmsan_dwarf_number(Dwarf_Die *die, unsigned int name)
{
	Dwarf_Attribute attr;
	Dwarf_Word value = 0;

	if (!dwarf_attr_integrate(die, name, &attr) ||
	    dwarf_formudata(&attr, &value))
		return 0;
	return value;
}

/* The file that calls an inlined function; the line is DW_AT_call_line. */
static inline const char *kmsan_call_path(Dwarf_Die *unit, Dwarf_Die *inlined)
{
	Dwarf_Files *files = NULL;
	size_t nr = 0, file = kmsan_dwarf_number(inlined, DW_AT_call_file);

	if (dwarf_getsrcfiles(unit, &files, &nr) || file >= nr)
		return NULL;
	return kmsan_short_path(unit, dwarf_filesrc(files, file, NULL, NULL));
}

#endif /* KMSAN_INLINED_H */
