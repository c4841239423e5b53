// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Planted bugs: functions of the kernel's library that read memory.
 *
 * Where such a function reads one byte after the other, the poison is one byte
 * (or one word) whose value ends the search, so there is only one report.
 */
#include <linux/gfp.h>
#include <linux/jhash.h>
#include <linux/kernel.h>
#include <linux/string.h>

#include "planted.h"

static planted_fn void poison(void *at, size_t n, bool init)
{
	if (!init)
		kmsan_poison_memory(at, n, GFP_KERNEL);
}

static void string_length(bool init)
{
	char text[8];

	planted_fill(text, 0, sizeof(text));
	planted_fill(text, 'a', 3);
	poison(text + 3, 1, init);
	planted_use(strlen(text) == 3);
}

static void string_search(bool init)
{
	char text[8];

	planted_fill(text, 0, sizeof(text));
	planted_fill(text, 'a', 3);
	planted_fill(text + 3, 'b', 1);
	poison(text + 3, 1, init);
	planted_use(strchr(text, 'b'));
}

static void string_scan(bool init)
{
	unsigned char bytes[4];

	planted_fill(bytes, 0, sizeof(bytes));
	planted_fill(bytes + 2, 'b', 1);
	poison(bytes + 2, 1, init);
	planted_use(memchr(bytes, 'b', sizeof(bytes)));
}

struct address {
	u16 family;
	/* Two bytes of padding. */
	u32 host;
	u64 scope;
};

static planted_fn void set_address(struct address *a, u64 scope)
{
	a->family = 2;
	a->host = 0x7f000001;
	a->scope = scope;
}

/* Two structs compared with their padding. */
static void string_compare(bool init)
{
	struct address a, b;

	planted_fill(&a, 0, sizeof(a));
	planted_fill(&b, 0, sizeof(b));
	set_address(&a, 1);
	set_address(&b, 1);
	poison((char *)&b + 2, 2, init);
	planted_use(memcmp(&a, &b, sizeof(a)));
}

static int buckets[16];

/* A struct hashed with its padding. */
static void string_hash(bool init)
{
	struct address a;

	if (init)
		planted_fill(&a, 0, sizeof(a));
	set_address(&a, 1);
	planted_use(READ_ONCE(buckets[jhash(&a, sizeof(a), 0) & 15]));
}

static void string_copy(bool init)
{
	char from[12], to[12];

	planted_fill(from, 'a', init ? 12 : 7);
	memcpy(to, from, sizeof(to));
	kmsan_check_memory(to, sizeof(to));
}

static void string_move(bool init)
{
	char text[16];

	planted_fill(text, 'a', init ? 12 : 7);
	planted_fill(text + 12, 'b', 4);
	memmove(text + 4, text, 12);
	kmsan_check_memory(text, sizeof(text));
}

/* memset() makes it clean again, whatever it was. */
static void string_set(bool init)
{
	char text[16];

	planted_fill(text, 'a', init ? 16 : 7);
	memset(text, 0, sizeof(text));
	kmsan_check_memory(text, sizeof(text));
}

const struct planted_case planted_strings[] = {
	{"string-length", string_length, "strlen() without a terminator"},
	{"string-search", string_search, "strchr() in half filled memory"},
	{"string-scan", string_scan, "memchr() in half filled memory"},
	{"string-compare", string_compare, "memcmp() of padding"},
	{"string-hash", string_hash, "jhash() of padding, as an index"},
	{"string-copy", string_copy, "memcpy() of a half filled buffer"},
	{"string-move", string_move, "memmove() that overlaps"},
	{"string-set", string_set, "memset() of a half filled one: no bug"},
	{}};
