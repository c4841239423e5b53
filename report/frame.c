// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * frame.c - read one line of a stack.
 *
 * The forms, with "? " in front where the unwinder was not sure:
 *
 *	f+0x1/0x20				the kernel's %pS
 *	f+0x1/0x20 [module]			%pSb: [module BUILD-ID]
 *	[<ffffffff81000001>] f+0x1/0x20		older kernels
 *	f+0x1/0x20 dir/file.c:12		our runtime, syzbot
 *	f dir/file.c:12 [inline]		both, for inlined functions
 *	f (dir/file.c:12 dir/file.h:3) module	scripts/decode_stacktrace.sh
 *	0xffffffff81000001			no symbol is known
 *	0x7f5c0d2e1139 [libdemo.so+0x1139]	nor in that library or program
 *
 * Anything else is not a frame: other lines of the log may stand in between.
 */
#include <string.h>

#include "frame.h"
#include "text.h"

#define NAME_CHARACTERS                                                        \
	"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.$"
/* With those of C++ and Rust, if an offset shows that it is a name. */
#define LONG_NAME_CHARACTERS NAME_CHARACTERS "<>:,@~&*()[]-"

/* "[<ffffffff81000001>]" or "[<0>]". */
static const char *skip_address(const char *text, uint64_t *address)
{
	const char *p = text_skip(text, "[<");

	if (!p || !text_number(&p, 16, address))
		return text;
	p = text_skip(p, ">]");
	return p ? text_skip_spaces(p) : text;
}

/**
 * frame_parse_place() - read "dir/file.c:12"
 * @text: one word
 * @size: its length
 * @frame: file and line are set
 *
 * Return: false if it is not a place. Line -1, of code that belongs to no line,
 * becomes 0.
 */
bool frame_parse_place(const char *text, size_t size, struct frame_text *frame)
{
	const char *colon = memrchr(text, ':', size), *p;
	uint64_t line;

	if (!colon || colon == text)
		return false;
	p = colon + 1;
	if (*p == '-')
		p++;
	if (!text_number(&p, 10, &line) || p != text + size ||
	    (!memchr(text, '.', colon - text) &&
	     !memchr(text, '/', colon - text)))
		return false;
	frame->file = text;
	frame->file_size = colon - text;
	frame->line = colon[1] == '-' || line > INT32_MAX ? 0 : (long)line;
	return true;
}

/* "[module]", "[module BUILD-ID]". */
static const char *skip_module(const char *text, struct frame_text *frame)
{
	size_t size;

	if (*text != '[')
		return text;
	size = strspn(text + 1, NAME_CHARACTERS "-");
	if (!size || !strchr("] ", text[size + 1]) || !text[size + 1])
		return text;
	if (size == 6 && !memcmp(text + 1, "inline", 6))
		return text;
	frame->module = text + 1;
	frame->module_size = size;
	text += size + 1;
	text += strspn(text, " 0123456789abcdef");
	return *text == ']' ? text_skip_spaces(text + 1) : text;
}

/* "0x7f5c0d2e1139 [libdemo.so+0x1139]", after the address. */
static bool parse_nameless(const char *text, struct frame_text *frame)
{
	const char *end, *offset = NULL, *p;

	text = text_skip_spaces(text);
	if (!*text)
		return true;
	/* A file's name may have a + of its own. */
	for (p = strstr(text, "+0x"); p; p = strstr(p + 1, "+0x"))
		offset = p;
	if (*text != '[' || !offset || offset == text + 1)
		return false;
	end = offset + 3;
	if (!text_number(&end, 16, &frame->offset) || *end != ']')
		return false;
	frame->has_offset = true;
	frame->module = text + 1;
	frame->module_size = offset - frame->module;
	return !*text_skip_spaces(end + 1);
}

/* " (a.c:1 (discriminator 3) b.c:2) module"; the last place is @frame's. */
static bool parse_places(const char *text, struct frame_text *frame)
{
	const char *end = strrchr(text, ')'), *p;
	size_t size;

	if (*text != '(' || !end)
		return false;
	for (p = text + 1; p < end; p += size + strspn(p + size, " )")) {
		size = strcspn(p, " )");
		/* "(discriminator 3)" */
		if (!size || *p == '(' || text_digit(*p))
			continue;
		if (!frame_parse_place(p, size, frame))
			return false;
	}
	if (!frame->file)
		return false;
	frame->places = text + 1;
	frame->places_size = frame->file - frame->places;
	end = text_skip_spaces(end + 1);
	size = strspn(end, NAME_CHARACTERS "-[]");
	if (size && !end[size]) {
		frame->module = end + (*end == '[');
		frame->module_size = strcspn(frame->module, "]");
	}
	return true;
}

/* What may follow a function. */
static bool parse_rest(const char *text, struct frame_text *frame)
{
	size_t size;

	text = skip_module(text_skip_spaces(text), frame);
	if (*text == '(')
		return parse_places(text, frame);
	size = strcspn(text, " ");
	if (size && frame_parse_place(text, size, frame))
		text = text_skip_spaces(text + size);
	text = skip_module(text, frame);
	if (text_skip(text, "[inline]")) {
		frame->inlined = true;
		text = text_skip_spaces(text + 8);
	}
	return !*text;
}

/* "f+0x1/0x20". */
static const char *skip_offset(const char *text, struct frame_text *frame)
{
	const char *p = text_skip(text, "+0x");

	if (!p || !text_number(&p, 16, &frame->offset))
		return text;
	p = text_skip(p, "/0x");
	if (!p || !text_number(&p, 16, &frame->size))
		return text;
	frame->has_offset = true;
	return p;
}

/**
 * frame_parse() - read a line of a stack
 * @text: the line, without what logs put before it; also what follows "in " in
 *	a report's first line
 * @frame: set
 *
 * Return: false if the line is not of a stack.
 */
bool frame_parse(const char *text, struct frame_text *frame)
{
	const char *p, *offset;
	size_t size;

	*frame = (struct frame_text){0};
	text = skip_address(text, &frame->address);
	if (*text == '?') {
		frame->uncertain = true;
		text = text_skip_spaces(text + 1);
	}
	p = text_skip(text, "0x");
	if (p && text_number(&p, 16, &frame->address))
		return parse_nameless(p, frame);

	offset = strstr(text, "+0x");
	size = strspn(text, NAME_CHARACTERS);
	if (offset && offset != text &&
	    strspn(text, LONG_NAME_CHARACTERS) >= (size_t)(offset - text))
		size = offset - text;
	if (!size || text_digit(*text))
		return false;
	frame->name = text;
	frame->name_size = size;
	p = skip_offset(text + size, frame);
	if (!frame->has_offset && *p != ' ')
		return false;
	/*
	 * A line that continues differently was mixed with another; the offset
	 * still shows what it is.
	 */
	return parse_rest(p, frame) ? frame->has_offset || frame->file
				    : frame->has_offset;
}

/**
 * frame_keep() - make a frame from the parts of a line
 * @report: the report that the frame belongs to
 * @to: empty
 * @from: what frame_parse() found
 */
void frame_keep(struct report *report, struct frame *to,
		const struct frame_text *from)
{
	if (from->name_size)
		to->name = report_text(report, from->name, from->name_size);
	if (from->module_size)
		to->module =
			report_text(report, from->module, from->module_size);
	if (from->file_size)
		to->file = report_text(report, from->file, from->file_size);
	to->line = from->line;
	to->offset = from->offset;
	to->size = from->size;
	to->address = from->address;
	to->has_offset = from->has_offset;
	to->inlined = from->inlined;
	to->uncertain = from->uncertain;
}
