// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * log.c - read a log, in one pass and in constant memory.
 *
 * A line of any length is read in pieces of at most MAX_PIECE bytes.  A
 * carriage return also ends a piece: consoles write "\r\n", and programs
 * overwrite their own lines.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "log.h"
#include "text.h"

#define MAX_PIECE 8192
#define BLOCK (64 << 10)
/* A file that begins with more NULs contains nothing else. */
#define MAX_NULS (64 << 20)

struct reader {
	struct log *log;
	struct parser *parser;
	/* A piece that the last block left unfinished. */
	char piece[MAX_PIECE];
	size_t used;
	/* It is known to be text. */
	bool known;
	char clean[TEXT_GROWTH * MAX_PIECE + 1];
};

/* Files that may be given by mistake, by their first bytes. */
static const struct magic {
	const char *bytes;
	size_t size;
	const char *what;
} magics[] = {
	{"\x7f"
	 "ELF",
	 4, "an ELF file, not a log; symbols are given with --symbols"},
	{"\x1f\x8b", 2, "compressed; run: zcat FILE | kmsan-report list"},
	{"BZh", 3, "compressed; run: bzcat FILE | kmsan-report list"},
	{"\xfd"
	 "7zXZ",
	 5, "compressed; run: xzcat FILE | kmsan-report list"},
	{"\x28\xb5\x2f\xfd", 4,
	 "compressed; run: zstdcat FILE | kmsan-report list"},
	{"LPKSHHRH", 8,
	 "a journal, not text; run: journalctl --file FILE -o short-monotonic "
	 "| kmsan-report list"},
};

static void take_piece(struct reader *reader, const char *text, size_t size)
{
	if (reader->log->wants_boots)
		boots_line(&reader->log->boots, text, size,
			   reader->log->lines + 1);
	/* Most lines of a log do not matter. */
	if (!parser_busy(reader->parser) && !memmem(text, size, "KMSAN", 5))
		return;
	text_clean(reader->clean, text, size);
	parser_line(reader->parser, reader->clean, reader->log->lines + 1);
}

/* A part of a line; @ended if it is the last one. */
static void take_part(struct reader *reader, const char *text, size_t size,
		      bool ended)
{
	size_t n;

	if (!reader->used && ended && size <= MAX_PIECE) {
		take_piece(reader, text, size);
		return;
	}
	while (size) {
		n = sizeof(reader->piece) - reader->used;
		n = size < n ? size : n;
		memcpy(reader->piece + reader->used, text, n);
		reader->used += n;
		text += n;
		size -= n;
		if (reader->used == sizeof(reader->piece)) {
			take_piece(reader, reader->piece, reader->used);
			reader->used = 0;
		}
	}
	if (ended && reader->used) {
		take_piece(reader, reader->piece, reader->used);
		reader->used = 0;
	}
}

/* Up to a line's end or the next carriage return. */
static void take_line(struct reader *reader, const char *text, size_t size,
		      bool ended)
{
	const char *cr;

	while ((cr = memchr(text, '\r', size))) {
		take_part(reader, text, cr - text, true);
		size -= cr + 1 - text;
		text = cr + 1;
	}
	if (size || ended)
		take_part(reader, text, size, ended);
}

static void take_block(struct reader *reader, const char *block, size_t size)
{
	const char *end;

	while ((end = memchr(block, '\n', size))) {
		take_line(reader, block, end - block, true);
		reader->log->lines++;
		size -= end + 1 - block;
		block = end + 1;
	}
	take_line(reader, block, size, false);
}

static bool is_magic(const char *block, size_t size, struct log_error *error)
{
	for (size_t i = 0; i < sizeof(magics) / sizeof(*magics); i++) {
		const struct magic *magic = &magics[i];

		if (size < magic->size ||
		    memcmp(block, magic->bytes, magic->size))
			continue;
		snprintf(error->text, sizeof(error->text), "is %s",
			 magic->what);
		return true;
	}
	return false;
}

/*
 * Is a file not a log?  The first block that does not consist of NULs, with
 * which a log may begin after a crash, tells.
 */
static bool is_binary(struct reader *reader, const char *block, size_t size,
		      struct log_error *error)
{
	size_t control = 0, nul = 0;

	if (reader->known)
		return false;
	if (!reader->log->bytes && is_magic(block, size, error))
		return true;
	for (size_t i = 0; i < size; i++) {
		unsigned char c = block[i];

		nul += !c;
		control += c && (c < 7 || (c > 13 && c < 27) ||
				 (c > 27 && c < 32) || c == 127);
	}
	reader->known = nul < size;
	if (size < 64 || (nul < size && control * 8 < size - nul) ||
	    (nul == size && reader->log->bytes < MAX_NULS))
		return false;
	snprintf(error->text, sizeof(error->text),
		 "is not text: of %zu bytes, %zu are control characters and "
		 "%zu are NULs",
		 size, control, nul);
	error->line = 1;
	return true;
}

/**
 * log_read() - read all of a log
 * @log: its name is set; the rest is counted
 * @file: open for reading
 * @sink: is told of each report
 * @error: says why it failed
 *
 * Return: false if the log is not text, or cannot be read to its end; what was
 * read until then has been reported.
 */
bool log_read(struct log *log, FILE *file, const struct sink *sink,
	      struct log_error *error)
{
	struct reader *reader = xalloc(NULL, 1, sizeof(*reader));
	char *block = xalloc(NULL, BLOCK, 1);
	bool right = true;
	size_t size;

	reader->log = log;
	reader->parser = parser_new(log->name, sink);
	reader->used = 0;
	reader->known = false;
	*error = (struct log_error){0};
	errno = 0;
	while (right && (size = fread(block, 1, BLOCK, file))) {
		if (is_binary(reader, block, size, error)) {
			right = false;
			break;
		}
		log->bytes += size;
		take_block(reader, block, size);
	}
	if (ferror(file)) {
		snprintf(error->text, sizeof(error->text), "cannot be read: %s",
			 strerror(errno));
		error->line = log->lines ? log->lines + 1 : 0;
		right = false;
	}
	if (reader->used) {
		take_piece(reader, reader->piece, reader->used);
		log->lines++;
	}
	parser_end(reader->parser);
	free(block);
	free(reader);
	return right;
}
