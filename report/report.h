/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * report.h - one KMSAN report as data.
 *
 * A report is the stack of the use, then the stacks that tell where the value
 * came from: copies, the last first, and at the end the creation.  All text is
 * valid UTF-8 without control characters, and lives as long as the report.
 */
#ifndef KMSAN_REPORT_REPORT_H
#define KMSAN_REPORT_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How much of one report is kept; what is left out is noted. */
#define MAX_FRAMES 256
#define MAX_STACKS 16
#define MAX_RANGES 8
#define MAX_NAME 512
#define MAX_TEXT (256 << 10)

enum stack_kind {
	STACK_USE,
	STACK_STORED,
	STACK_CREATED,
	STACK_LOCAL,
};

struct frame {
	/* NULL where only an address, or only a place, is known. */
	const char *name;
	/*
	 * NULL outside of modules; without a name, the library or program that
	 * offset is in.
	 */
	const char *module;
	/* NULL if unknown; then line is 0. */
	const char *file;
	long line;
	/* Of the return address in the function, and the function's size. */
	uint64_t offset, size;
	/* The address itself, 0 unless the log has it. */
	uint64_t address;
	bool has_offset;
	/* Inlined into the next frame that is not. */
	bool inlined;
	/* The kernel's unwinder was not sure of it ("? "). */
	bool uncertain;
	/* Where the log has none, file and line are from --symbols. */
	bool resolved;
};

struct stack {
	enum stack_kind kind;
	/* The local variable of STACK_LOCAL. */
	const char *variable;
	struct frame *frames;
	unsigned int nr_frames, size_frames;
	/* "(stack is not available)". */
	bool unavailable;
	/* Frames are missing: the log said "...", or there were too many. */
	bool shortened;
};

/* Which bytes of how many were uninitialised, both ends included. */
struct range {
	uint64_t first, last, of;
	unsigned long count;
};

struct chunk;

struct report {
	const char *kind;
	/*
	 * The frame of the BUG line, such as "f+0x1/0x2 [m]".  Usually it is
	 * that of stacks[0].frames[0], but it is known even if no stack
	 * follows.
	 */
	struct frame title;
	struct stack stacks[MAX_STACKS];
	unsigned int nr_stacks;

	struct range ranges[MAX_RANGES];
	unsigned int nr_ranges;
	bool more_ranges;
	/* These are of the first occurrence. */
	bool has_access, has_user_address, has_cpu;
	uint64_t access_size, access_address, user_address;
	uint64_t cpu, pid;
	const char *comm;
	const char *kernel;

	/* Some copies are not in the report: the chain was too long. */
	bool chain_shortened;
	/* The log ends, or goes on with something else, before the end. */
	bool cut_off;
	/* Why it is cut off; NULL if it is not. */
	const char *why_cut;

	/* The first occurrence. */
	const char *log;
	unsigned long line, last_line;
	const char *time;
	/* Occurrences, and those of them that were cut off. */
	unsigned long count, count_cut;

	/* The order of first occurrences in a set. */
	size_t serial;
	uint64_t hash;
	/* Memory. */
	struct chunk *chunks;
	size_t bytes;
	/* Names as they are compared, see same.h; made when asked for. */
	void *key;
};

/* The innermost frame that has a name: the function the report is about. */
const struct frame *report_function(const struct report *report);
/* The stack of the creation, or NULL. */
const struct stack *report_creation(const struct report *report);
unsigned int report_nr_stored(const struct report *report);
const char *stack_kind_name(enum stack_kind kind);

struct report *report_new(void);
void report_free(struct report *report);
const char *report_text(struct report *report, const char *text, size_t size);
struct stack *report_add_stack(struct report *report, enum stack_kind kind);
struct frame *stack_add_frame(struct report *report, struct stack *stack);
void report_add_range(struct report *report, const struct range *range);
void report_finish(struct report *report);
void report_hash(struct report *report);
bool report_equal(const struct report *a, const struct report *b);
bool frame_equal(const struct frame *a, const struct frame *b);
/* Each of these adds to a hash, the first to REPORT_HASH. */
#define REPORT_HASH 0xcbf29ce484222325
uint64_t report_hash_text(uint64_t hash, const char *text);
uint64_t frame_hash(uint64_t hash, const struct frame *frame);

/* Never NULL: without memory the program ends with a message. */
void *xalloc(void *old, size_t nr, size_t size);
char *xstrdup(const char *text);

#endif
