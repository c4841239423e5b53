/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * boot.h - where the kernels that wrote a log were loaded.
 */
#ifndef KMSAN_REPORT_BOOT_H
#define KMSAN_REPORT_BOOT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* All boots after these count as one, whose offset is not known. */
#define MAX_BOOTS 1024

/* The part of a log from one kernel. */
struct boot {
	/* Its first line. */
	unsigned long line;
	/* How far KASLR moved it from where it was linked. */
	uint64_t offset;
	bool known;
};

struct boots {
	struct boot *list;
	size_t nr;
};

void boots_line(struct boots *boots, const char *text, size_t size,
		unsigned long line);
struct boot *boots_find(struct boots *boots, unsigned long line);
void boots_free(struct boots *boots);

#endif
