// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * output.c - the words that all forms of output use.
 */
#include <inttypes.h>
#include <stdarg.h>
#include <string.h>

#include "names.h"
#include "output.h"

/* Append to @text as snprintf() does; return the new length. */
__attribute__((format(printf, 4, 5))) static size_t
append(char *text, size_t room, size_t used, const char *format, ...)
{
	va_list args;
	int n;

	va_start(args, format);
	n = vsnprintf(text + used, room - used, format, args);
	va_end(args);
	if (n < 0)
		return used;
	return (size_t)n < room - used ? used + n : room - 1;
}

/**
 * put_escaped() - write text for HTML and XML, also within a quoted attribute
 * @file: the output
 * @text: the text
 */
void put_escaped(FILE *file, const char *text)
{
	size_t n;

	while (*text) {
		n = strcspn(text, "<>&\"'");
		fwrite(text, 1, n, file);
		text += n;
		if (*text)
			fprintf(file, "&#%d;", *text++);
	}
}

/**
 * frame_format() - a frame as the kernel and syzbot write it
 * @frame: the frame
 * @text: gets the text
 * @room: its size; the text is cut to it
 */
size_t frame_format(const struct frame *frame, char *text, size_t room)
{
	size_t n = append(text, room, 0, "%s", frame->uncertain ? "? " : "");

	if (frame->name)
		n = append(text, room, n, "%s", frame->name);
	else if (frame->address)
		n = append(text, room, n, "0x%" PRIx64, frame->address);
	else
		n = append(text, room, n, "??");
	if (frame->has_offset && frame->name)
		n = append(text, room, n, "+0x%" PRIx64 "/0x%" PRIx64,
			   frame->offset, frame->size);
	if (frame->module && frame->name)
		n = append(text, room, n, " [%s]", frame->module);
	else if (frame->module && frame->has_offset)
		n = append(text, room, n, " [%s+0x%" PRIx64 "]", frame->module,
			   frame->offset);
	if (frame->file)
		n = append(text, room, n, " %s", frame->file);
	if (frame->line)
		n = append(text, room, n, ":%ld", frame->line);
	if (frame->inlined)
		n = append(text, room, n, " [inline]");
	return n;
}

/**
 * stack_title() - what a stack shows, in a few words
 * @stack: the stack
 * @text: gets the text
 * @room: its size
 */
void stack_title(const struct stack *stack, char *text, size_t room)
{
	static const char *const titles[] = {
		[STACK_USE] = "used at",
		[STACK_STORED] = "stored to memory at",
		[STACK_CREATED] = "created at",
	};

	if (stack->kind == STACK_LOCAL)
		snprintf(text, room, "local variable %s created at",
			 stack->variable);
	else
		snprintf(text, room, "%s", titles[stack->kind]);
}

/**
 * report_title() - a report in a few words
 * @report: the report
 * @text: gets the text
 * @room: its size
 */
void report_title(const struct report *report, char *text, size_t room)
{
	const struct frame *frame = report_function(report);

	if (frame->name)
		snprintf(text, room, "%s in %s", report->kind, frame->name);
	else if (frame->module && frame->has_offset)
		snprintf(text, room, "%s in %s+0x%" PRIx64, report->kind,
			 frame->module, frame->offset);
	else if (frame->address)
		snprintf(text, room, "%s in 0x%" PRIx64, report->kind,
			 frame->address);
	else
		snprintf(text, room, "%s in ??", report->kind);
}

/* The function that a value was created in, after those of the allocator. */
static const struct frame *creator(const struct stack *stack)
{
	unsigned int i = 0;

	while (i + 1 < stack->nr_frames &&
	       (stack->frames[i].inlined || !stack->frames[i].name ||
		name_of_function(stack->frames[i].name)->allocator))
		i++;
	return &stack->frames[i];
}

/**
 * origin_title() - where a report's value comes from, in a few words
 * @report: the report
 * @text: gets the text
 * @room: its size
 */
void origin_title(const struct report *report, char *text, size_t room)
{
	const struct stack *creation = report_creation(report);
	const struct frame *frame;

	if (!creation || !creation->nr_frames) {
		snprintf(text, room, "unknown origin");
		return;
	}
	frame = creator(creation);
	if (creation->kind == STACK_LOCAL)
		snprintf(text, room, "local variable %s of %s",
			 creation->variable, frame->name ? frame->name : "??");
	else if (frame->name)
		snprintf(text, room, "memory of %s", frame->name);
	else if (frame->module)
		snprintf(text, room, "memory of %s+0x%" PRIx64, frame->module,
			 frame->offset);
	else
		snprintf(text, room, "memory of 0x%" PRIx64, frame->address);
}

/* The innermost meaningful functions, at most three. */
static uint64_t hash_functions(uint64_t hash, const struct stack *stack)
{
	unsigned int left = 3;

	for (unsigned int i = 0; i < stack->nr_frames && left; i++) {
		const struct frame *frame = &stack->frames[i];
		const struct name *name;

		if (!frame->name || frame->inlined || frame->uncertain)
			continue;
		name = name_of_function(frame->name);
		if (name->instrumentation || name->helper ||
		    (name->allocator && !frame->module))
			continue;
		hash = report_hash_text(hash, name->text);
		left--;
	}
	return hash;
}

/**
 * report_fingerprint() - a number that stays the same when code moves
 * @report: the report
 *
 * A hash of the kind, of functions of the use and of the creation, and of the
 * local variable.
 */
uint64_t report_fingerprint(const struct report *report)
{
	const struct stack *creation = report_creation(report);
	uint64_t hash = report_hash_text(REPORT_HASH, report->kind);

	hash = hash_functions(hash, &report->stacks[0]);
	if (!creation)
		return hash;
	hash = report_hash_text(hash, stack_kind_name(creation->kind));
	hash = report_hash_text(hash, creation->variable);
	return hash_functions(hash, creation);
}

/**
 * range_format() - which bytes were uninitialised, in words
 * @range: the range
 * @text: gets the text
 * @room: its size
 */
void range_format(const struct range *range, char *text, size_t room)
{
	if (range->first == range->last)
		snprintf(text, room,
			 "byte %" PRIu64 " of %" PRIu64 " uninitialized",
			 range->first, range->of);
	else
		snprintf(text, room,
			 "bytes %" PRIu64 "-%" PRIu64 " of %" PRIu64
			 " uninitialized",
			 range->first, range->last, range->of);
}
