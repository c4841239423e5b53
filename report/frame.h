/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * frame.h - one line of a stack.
 */
#ifndef KMSAN_REPORT_FRAME_H
#define KMSAN_REPORT_FRAME_H

#include "report.h"

struct frame_text {
	/* Parts of the line; the size of one that is missing is 0. */
	const char *name, *module, *file;
	size_t name_size, module_size, file_size;
	long line;
	uint64_t offset, size, address;
	bool has_offset, inlined, uncertain;
	/*
	 * scripts/decode_stacktrace.sh puts the places of inlined functions
	 * before the function's own: what is in the parentheses.
	 */
	const char *places;
	size_t places_size;
};

bool frame_parse(const char *text, struct frame_text *frame);
bool frame_parse_place(const char *text, size_t size, struct frame_text *frame);
void frame_keep(struct report *report, struct frame *to,
		const struct frame_text *from);

#endif
