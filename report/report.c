// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * report.c - make, fill, compare and free reports.
 *
 * A report owns its memory, which is limited: text is in chunks that do not
 * move, frames are in arrays that grow.
 */
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "report.h"
#include "text.h"

#define CHUNK_SIZE 2048

struct chunk {
	struct chunk *next;
	size_t used, size;
	char text[];
};

/**
 * xalloc() - realloc() that does not fail
 * @old: what to grow, or NULL
 * @nr: elements
 * @size: bytes of each
 */
void *xalloc(void *old, size_t nr, size_t size)
{
	void *memory = reallocarray(old, nr ? nr : 1, size);

	if (!memory)
		err(2, "no memory for %zu bytes", nr * size);
	return memory;
}

char *xstrdup(const char *text)
{
	size_t size = strlen(text) + 1;

	return memcpy(xalloc(NULL, size, 1), text, size);
}

struct report *report_new(void)
{
	struct report *report = xalloc(NULL, 1, sizeof(*report));

	memset(report, 0, sizeof(*report));
	report->bytes = sizeof(*report);
	report_add_stack(report, STACK_USE);
	return report;
}

void report_free(struct report *report)
{
	struct chunk *next;

	if (!report)
		return;
	for (unsigned int i = 0; i < report->nr_stacks; i++)
		free(report->stacks[i].frames);
	for (struct chunk *chunk = report->chunks; chunk; chunk = next) {
		next = chunk->next;
		free(chunk);
	}
	free(report->key);
	free(report);
}

/**
 * report_text() - keep a text as long as the report
 * @report: the report
 * @text: need not end in a NUL
 * @size: bytes; what is beyond MAX_NAME is dropped, at a character's boundary
 *
 * Return: the copy, or "" when the report has more text than it may have.
 */
const char *report_text(struct report *report, const char *text, size_t size)
{
	struct chunk *chunk = report->chunks;
	size_t room;
	char *copy;

	if (size > MAX_NAME) {
		size = MAX_NAME;
		while (size && ((unsigned char)text[size] & 0xc0) == 0x80)
			size--;
	}
	if (!chunk || chunk->size - chunk->used <= size) {
		if (report->bytes > MAX_TEXT)
			return "";
		room = size < CHUNK_SIZE ? CHUNK_SIZE : size + 1;
		chunk = xalloc(NULL, sizeof(*chunk) + room, 1);
		*chunk = (struct chunk){.next = report->chunks, .size = room};
		report->chunks = chunk;
		report->bytes += sizeof(*chunk) + room;
	}
	copy = chunk->text + chunk->used;
	memcpy(copy, text, size);
	copy[size] = 0;
	chunk->used += size + 1;
	return copy;
}

/**
 * report_add_stack() - begin the next stack
 * @report: the report
 * @kind: what the stack is of
 *
 * Returns NULL when there are already MAX_STACKS.
 */
struct stack *report_add_stack(struct report *report, enum stack_kind kind)
{
	struct stack *stack;

	if (report->nr_stacks == MAX_STACKS)
		return NULL;
	stack = &report->stacks[report->nr_stacks++];
	*stack = (struct stack){.kind = kind};
	return stack;
}

/**
 * stack_add_frame() - add the next frame
 * @report: the report
 * @stack: one of the report's
 *
 * Return: an empty frame, or NULL when the report has all that it may have.
 */
struct frame *stack_add_frame(struct report *report, struct stack *stack)
{
	unsigned int size;

	if (stack->nr_frames >= MAX_FRAMES || report->bytes > MAX_TEXT) {
		stack->shortened = true;
		return NULL;
	}
	if (stack->nr_frames == stack->size_frames) {
		size = stack->size_frames ? stack->size_frames * 2 : 8;
		stack->frames =
			xalloc(stack->frames, size, sizeof(*stack->frames));
		report->bytes +=
			(size - stack->size_frames) * sizeof(*stack->frames);
		stack->size_frames = size;
	}
	stack->frames[stack->nr_frames] = (struct frame){0};
	return &stack->frames[stack->nr_frames++];
}

/**
 * report_add_range() - add bytes, or count those that are there
 * @report: the report
 * @range: with the count to add
 */
void report_add_range(struct report *report, const struct range *range)
{
	struct range *old = report->ranges;

	for (; old < report->ranges + report->nr_ranges; old++) {
		if (old->first == range->first && old->last == range->last &&
		    old->of == range->of) {
			old->count += range->count;
			return;
		}
	}
	if (report->nr_ranges == MAX_RANGES)
		report->more_ranges = true;
	else
		report->ranges[report->nr_ranges++] = *range;
}

const struct stack *report_creation(const struct report *report)
{
	const struct stack *last = &report->stacks[report->nr_stacks - 1];

	return last->kind == STACK_CREATED || last->kind == STACK_LOCAL ? last
									: NULL;
}

unsigned int report_nr_stored(const struct report *report)
{
	unsigned int nr = 0;

	for (unsigned int i = 0; i < report->nr_stacks; i++)
		nr += report->stacks[i].kind == STACK_STORED;
	return nr;
}

const struct frame *report_function(const struct report *report)
{
	const struct stack *use = &report->stacks[0];

	if (report->title.name || report->title.address)
		return &report->title;
	for (unsigned int i = 0; i < use->nr_frames; i++)
		if (use->frames[i].name)
			return &use->frames[i];
	return &report->title;
}

/* "use", "stored", "created", "local". */
const char *stack_kind_name(enum stack_kind kind)
{
	static const char *const names[] = {
		[STACK_USE] = "use",
		[STACK_STORED] = "stored",
		[STACK_CREATED] = "created",
		[STACK_LOCAL] = "local",
	};

	return names[kind];
}

/* FNV-1a. */
static uint64_t hash_bytes(uint64_t hash, const void *data, size_t size)
{
	const unsigned char *byte = data;

	for (size_t i = 0; i < size; i++)
		hash = (hash ^ byte[i]) * 0x100000001b3;
	return hash;
}

uint64_t report_hash_text(uint64_t hash, const char *text)
{
	return text ? hash_bytes(hash, text, strlen(text) + 1) : hash * 31 + 1;
}

uint64_t frame_hash(uint64_t hash, const struct frame *frame)
{
	hash = report_hash_text(hash, frame->name);
	hash = report_hash_text(hash, frame->module);
	hash = report_hash_text(hash, frame->file);
	hash = hash_bytes(hash, &frame->line, sizeof(frame->line));
	hash = hash_bytes(hash, &frame->offset, sizeof(frame->offset));
	return hash_bytes(hash, &frame->size, sizeof(frame->size));
}

/**
 * report_hash() - make a report comparable
 * @report: its frames are new
 */
void report_hash(struct report *report)
{
	uint64_t hash = report_hash_text(REPORT_HASH, report->kind);

	hash = frame_hash(hash, &report->title);
	for (unsigned int i = 0; i < report->nr_stacks; i++) {
		const struct stack *stack = &report->stacks[i];

		hash = hash * 31 + stack->kind;
		hash = report_hash_text(hash, stack->variable);
		for (unsigned int f = 0; f < stack->nr_frames; f++)
			hash = frame_hash(hash, &stack->frames[f]);
	}
	report->hash = hash;
}

/**
 * report_finish() - the report is complete: make it comparable
 * @report: all of it is filled in
 */
void report_finish(struct report *report)
{
	report_hash(report);
	report->count = 1;
	report->count_cut = report->cut_off;
}


/**
 * frame_equal() - whether two frames of one build have the same place
 * @a: one
 * @b: the other
 *
 * A library is at another address in each process, so that addresses only
 * matter where nothing else is known.
 */
bool frame_equal(const struct frame *a, const struct frame *b)
{
	return text_same(a->name, b->name) && text_same(a->module, b->module) &&
	       text_same(a->file, b->file) && a->line == b->line &&
	       a->offset == b->offset && a->size == b->size &&
	       a->inlined == b->inlined &&
	       (a->name || a->module || a->address == b->address);
}

static bool same_stack(const struct stack *a, const struct stack *b)
{
	if (a->kind != b->kind || a->nr_frames != b->nr_frames ||
	    !text_same(a->variable, b->variable))
		return false;
	for (unsigned int i = 0; i < a->nr_frames; i++)
		if (!frame_equal(&a->frames[i], &b->frames[i]))
			return false;
	return true;
}

/**
 * report_equal() - whether two reports of one build say the same
 * @a: one
 * @b: the other
 *
 * Addresses of data, bytes, processors and processes may differ: they do each
 * time that one bug is reported.  A report that was cut off is not equal to one
 * that was not.
 */
bool report_equal(const struct report *a, const struct report *b)
{
	if (a->hash != b->hash || a->nr_stacks != b->nr_stacks ||
	    a->cut_off != b->cut_off || !text_same(a->kind, b->kind) ||
	    !frame_equal(&a->title, &b->title))
		return false;
	for (unsigned int i = 0; i < a->nr_stacks; i++)
		if (!same_stack(&a->stacks[i], &b->stacks[i]))
			return false;
	return true;
}
