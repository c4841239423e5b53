/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * symbols.h - files and lines of frames, from debug information.
 */
#ifndef KMSAN_REPORT_SYMBOLS_H
#define KMSAN_REPORT_SYMBOLS_H

#include "set.h"

struct symbols;

struct symbols *symbols_new(void);
bool symbols_add_file(struct symbols *symbols, const char *path, char *error,
		      size_t room);
bool symbols_add_modules(struct symbols *symbols, const char *dir, char *error,
			 size_t room);
void symbols_resolve(struct symbols *symbols, struct set *set);
/* What was and was not found, for the user. */
struct symbols_found {
	unsigned long frames, resolved;
	/* Addresses that became functions. */
	unsigned long named;
	/* Addresses in a kernel that was loaded at an unknown place. */
	unsigned long unplaced;
	/* Frames whose function is in no file, or of another size there. */
	unsigned long unknown, changed;
	/* Those of modules whose files cannot be read. */
	unsigned long unread;
	/* Addresses outside of all functions of --symbols. */
	unsigned long outside;
	/* Several functions have that name and size. */
	unsigned long ambiguous;
	/* Files have no debug information for them. */
	unsigned long without_lines;
	/* It is there, but compressed in a way that libelf does not know. */
	unsigned long compressed;
	/* Inlined functions may be missing: .dwo files are gone. */
	unsigned long halved;
};

const struct symbols_found *symbols_found(const struct symbols *symbols);
void symbols_free(struct symbols *symbols);

#endif
