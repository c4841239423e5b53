/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * names.h - names of functions as they are compared between builds.
 */
#ifndef KMSAN_REPORT_NAMES_H
#define KMSAN_REPORT_NAMES_H

#include <stdbool.h>
#include <stddef.h>

struct name {
	struct name *next;
	unsigned long hash;
	/* The sanitizer's own: passed over wherever it is. */
	bool instrumentation;
	/*
	 * Part of an allocator: passed over where memory is created, unless it
	 * is a module's.
	 */
	bool allocator;
	/* Of general use: says little about which bug it is. */
	bool helper;
	char text[];
};

/* Equal names are the same pointer. */
const struct name *name_of_function(const char *text);
const struct name *name_of_variable(const char *text);
const struct name *name_of_text(const char *text, size_t size);
void names_free(void);

#endif
