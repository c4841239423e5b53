// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * boot.c - where the kernels that wrote a log were loaded.
 *
 * A kernel says so when it panics, long after its reports; one that was told to
 * stay where it was linked has that in its command line.
 */
#include <stdlib.h>
#include <string.h>

#include "boot.h"
#include "report.h"
#include "text.h"

/* The first line of each kernel. */
#define FIRST_LINE "Linux version "
/* "0x1a000000 from 0xffffffff81000000 (relocation range: ...)", "disabled" */
#define OFFSET "Kernel Offset: "
#define COMMAND_LINE "ommand line: "
#define NO_KASLR "nokaslr"

static const char *find(const char *text, size_t size, const char *what)
{
	const char *p = memmem(text, size, what, strlen(what));

	return p ? p + strlen(what) : NULL;
}

static void begin(struct boots *boots, unsigned long line)
{
	if (boots->nr == MAX_BOOTS) {
		boots->list[MAX_BOOTS - 1].known = false;
		return;
	}
	if (!boots->list)
		boots->list = xalloc(NULL, MAX_BOOTS, sizeof(*boots->list));
	/* The lines before it may be the end of another kernel's log. */
	if (!boots->nr && line > 0)
		boots->list[boots->nr++] = (struct boot){0};
	boots->list[boots->nr++] = (struct boot){.line = line};
}

static void learn(struct boots *boots, uint64_t offset)
{
	struct boot *boot;

	if (!boots->nr)
		begin(boots, 0);
	boot = &boots->list[boots->nr - 1];
	if (boots->nr < MAX_BOOTS)
		*boot = (struct boot){boot->line, offset, true};
}

static void read_offset(struct boots *boots, const char *text, size_t size)
{
	char word[32] = "";
	const char *p = word;
	uint64_t offset;

	memcpy(word, text, size < sizeof(word) ? size : sizeof(word) - 1);
	if (text_skip(word, "disabled"))
		learn(boots, 0);
	else if ((p = text_skip(word, "0x")) && text_number(&p, 16, &offset) &&
		 text_skip(p, " from 0x"))
		learn(boots, offset);
}

/**
 * boots_line() - take any line of a log
 * @boots: of the log
 * @text: the line
 * @size: its length
 * @line: its number
 */
void boots_line(struct boots *boots, const char *text, size_t size,
		unsigned long line)
{
	const char *p;

	if (find(text, size, FIRST_LINE)) {
		begin(boots, line);
		return;
	}
	p = find(text, size, OFFSET);
	if (p) {
		read_offset(boots, p, text + size - p);
		return;
	}
	p = find(text, size, COMMAND_LINE);
	if (p && find(p, text + size - p, NO_KASLR))
		learn(boots, 0);
}

/**
 * boots_find() - the boot that a line is from
 * @boots: of the log
 * @line: its number
 */
struct boot *boots_find(struct boots *boots, unsigned long line)
{
	size_t i;

	if (!boots->nr)
		begin(boots, 0);
	for (i = boots->nr - 1; i && boots->list[i].line > line;)
		i--;
	return &boots->list[i];
}

void boots_free(struct boots *boots)
{
	free(boots->list);
}
