// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * title.c - a report's title as syzkaller has it.
 *
 * "KMSAN: KIND in FUNCTION": the innermost function of the use that says which
 * bug it is.  syzbot's bugs are known by such titles.  They are made of what
 * the kernel prints itself: inlined functions, which are only known from debug
 * information, do not count, nor do frames that the unwinder was not sure of.
 */
#include <fnmatch.h>
#include <stdio.h>
#include <string.h>

#include "title-frames.h"
#include "title.h"

static bool passed_over(const char *name, const char *const *patterns)
{
	for (; *patterns; patterns++)
		if (!fnmatch(*patterns, name, FNM_EXTMATCH))
			return true;
	return false;
}

/* Only the output of scripts/decode_stacktrace.sh has no offsets at all. */
static bool has_offsets(const struct stack *stack)
{
	for (unsigned int i = 0; i < stack->nr_frames; i++)
		if (stack->frames[i].has_offset)
			return true;
	return false;
}

/* "f.isra.0" is f. */
static void copy_name(char *to, const char *from)
{
	size_t size = strcspn(from, ".");

	if (size >= MAX_NAME)
		size = MAX_NAME - 1;
	memcpy(to, from, size);
	to[size] = 0;
}

/* Remove the longest of the prefixes. */
static const char *short_name(const char *name)
{
	const char *shortest = name;

	for (const char *const *prefix = title_prefixes; *prefix; prefix++) {
		size_t n = strlen(*prefix);

		if (!strncmp(name, *prefix, n) && name[n] &&
		    name + n > shortest)
			shortest = name + n;
	}
	return shortest;
}

/*
 * The first function that is not passed over; if there is none, the one that
 * the kernel has named.
 */
static void find_function(const struct report *report, char *name)
{
	bool urb = !strncmp(report->kind, "kernel-usb-infoleak", 19);
	const struct stack *use = &report->stacks[0];
	const struct frame *title = report_function(report);
	bool offsets = has_offsets(use);

	for (unsigned int i = 0; i < use->nr_frames; i++) {
		const struct frame *frame = &use->frames[i];

		if (!frame->name || frame->inlined || frame->uncertain ||
		    (offsets && !frame->has_offset))
			continue;
		copy_name(name, frame->name);
		if (!passed_over(name, title_frames) &&
		    !passed_over(name,
				 urb ? title_frames_urb : title_frames_other))
			return;
	}
	copy_name(name, title->name ? title->name : "?");
}

/**
 * title_format() - a report's title
 * @report: the report
 * @text: gets the text
 * @room: its size; what has no room is cut
 */
void title_format(const struct report *report, char *text, size_t room)
{
	char name[MAX_NAME];

	find_function(report, name);
	snprintf(text, room, "KMSAN: %s in %s", report->kind, short_name(name));
}
