/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * driver.c - flip each bit of each operand, and compare what changes with
 * shadow.
 *
 *	driver EXACT USED [LABEL]
 *
 * The plain build of a case says which bits of the result change when a bit of
 * an operand does.  In an instrumented build that bit is poisoned; then each
 * bit that changes has to be poisoned, too.  Where EXACT has a pattern for the
 * intrinsic, and its operand if it names one, no other bit may be.  USED lists
 * operands whose use is reported, masks and indices; they are left alone.
 * Nothing else may be reported, which the caller checks.  The driver itself is
 * not instrumented.
 */
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "cases.h"

#define SLOT 64
#define OPERANDS 32
#define BASES 4

struct metadata {
	unsigned char *shadow;
	unsigned int *origin;
};

struct metadata __msan_metadata_ptr_for_store_n(void *, unsigned long);

/* Slot 0 is the result, the others are operands. */
typedef unsigned char all_slots[1 + OPERANDS][SLOT];

static struct {
	_Alignas(4096) all_slots at;
} slots;
static all_slots base, before, moved;
static unsigned char *shadow;
static void *pointers[OPERANDS];
static int n_operands, sizes[1 + OPERANDS];
static char kinds[1 + OPERANDS];
static unsigned long long seed;
static int failures, limit;

struct list {
	char pattern[64];
	int operand;
};

static struct list exact[512], used[64];
static int n_exact, n_used;

/* The runtime's own functions would take the shadow along. */
static void copy(void *to, const void *from)
{
	volatile unsigned long *t = to;
	const unsigned long *f = from;

	for (unsigned long i = 0; i < sizeof(all_slots) / sizeof(*f); i++)
		t[i] = f[i];
}

static void clean(void)
{
	volatile unsigned long *s = (unsigned long *)shadow;

	for (unsigned long i = 0; i < sizeof(all_slots) / sizeof(*s); i++)
		s[i] = 0;
}

static int read_list(const char *name, struct list *list, int room)
{
	char line[256];
	FILE *file = fopen(name, "r");
	int n = 0;

	while (file && n < room && fgets(line, sizeof(line), file))
		if (line[0] != '#') {
			list[n].operand = -1;
			n += sscanf(line, "%63s %d", list[n].pattern,
				    &list[n].operand) >= 1;
		}
	if (!file) {
		perror(name);
		exit(2);
	}
	fclose(file);
	return n;
}

static int is_listed(const struct list *list, int n, const char *name,
		     int operand)
{
	for (int i = 0; i < n; i++)
		if (!fnmatch(list[i].pattern, name, 0) &&
		    (list[i].operand < 0 || list[i].operand == operand))
			return 1;
	return 0;
}

static unsigned long long next(void)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return seed >> 24;
}

static void describe(const struct vector_case *c)
{
	const char *at = c->operands;

	sizes[0] = c->size;
	kinds[0] = 'V';
	for (n_operands = 0; *at; n_operands++) {
		char *end;

		kinds[n_operands + 1] = *at++;
		sizes[n_operands + 1] = strtol(at, &end, 10);
		at = *end ? end + 1 : end;
	}
}

/* Values of several sorts: anything, small integers, floats, few bits. */
static void fill(const struct vector_case *c, int sort)
{
	for (int i = 1; i <= n_operands; i++)
		for (int j = 0; j < SLOT; j += 8) {
			unsigned long long word = next();
			double d = (int)(word % 2001) - 1000.5;
			float f[2] = { (word >> 16) % 999 / 8.0f, -1.5f };

			if (sort == 0)
				word = next() ^ next() << 32;
			else if (sort == 1)
				word &= 0x0007000300070003;
			else if (sort == 2 && strstr(c->name, "d"))
				memcpy(&word, &d, sizeof(word));
			else if (sort == 2)
				memcpy(&word, f, sizeof(word));
			else
				word = next() & next() & next();
			/* The index must stay in the pointer's memory. */
			if (strstr(c->name, "gather") && kinds[i] == 'V' &&
			    i >= n_operands - 2 + !strstr(c->name, "mask"))
				word = i == n_operands - 1 ||
						       !strstr(c->name, "mask") ?
					       word & (strstr(c->name, "i64") ?
							       7 :
							       0x0700000007) :
					       word << 61 | word;
			memcpy(&base[i][j], &word, 8);
		}
}

static void run(const struct vector_case *c)
{
	c->call(slots.at[0], pointers);
}

static void reset(void)
{
	copy(&slots, base);
}

/* The first difference in what a case may write: slot and bit, or -1. */
static int compare(const struct vector_case *c, const char *build, int operand,
		   int bit, int must)
{
	int over = 0;

	for (int i = 0; i <= n_operands; i++) {
		if (i && kinds[i] == 'V')
			continue;
		for (int j = 0; j < sizes[i]; j++) {
			unsigned char s = shadow[i * SLOT + j];
			unsigned char m = moved[i][j];

			if (m & ~s && failures++ < limit)
				printf("%s %s: operand %d bit %d: byte %d of slot %d moves %02x, shadow %02x\n",
				       build, c->label, operand, bit, j, i, m,
				       s);
			if (s & ~m)
				over = 1;
			if (s & ~m && must && failures++ < limit)
				printf("%s %s: operand %d bit %d: byte %d of slot %d moves %02x only, shadow %02x\n",
				       build, c->label, operand, bit, j, i, m,
				       s);
		}
	}
	return over;
}

static int one_bit(const struct vector_case *const *builds, int operand, int bit,
		   int must)
{
	static const char *const names[] = { "", "-O0", "-O2" };
	unsigned char mask = 1 << bit % 8, *at;
	int over = 0;

	reset();
	slots.at[operand][bit / 8] ^= mask;
	run(builds[0]);
	for (int i = 0; i <= n_operands; i++)
		for (int j = 0; j < SLOT; j++)
			moved[i][j] = before[i][j] ^ slots.at[i][j];
	for (int i = 1; i < 3; i++) {
		reset();
		clean();
		at = &shadow[operand * SLOT + bit / 8];
		*at |= mask;
		run(builds[i]);
		for (int j = 0; j < SLOT; j++)
			if (slots.at[0][j] != before[0][j] && failures++ < limit)
				printf("%s %s: another result\n", names[i],
				       builds[i]->label);
		over |= compare(builds[i], names[i], operand, bit,
				must)
			<< i;
	}
	return over;
}

/* Returns the builds in which something that does not change was poisoned. */
static int one_case(const struct vector_case *const *builds)
{
	int over = 0, must;

	/* A few of each are enough to find the reason. */
	limit = failures + 2;
	describe(builds[0]);
	seed = 1;
	for (int sort = 0; sort < BASES; sort++) {
		fill(builds[0], sort);
		reset();
		clean();
		run(builds[0]);
		copy(before, &slots);
		for (int i = 1; i <= n_operands; i++) {
			int bytes = sizes[i] > 32 ? 32 : sizes[i];

			if (is_listed(used, n_used, builds[0]->name, i - 1))
				continue;
			must = is_listed(exact, n_exact, builds[0]->name,
					 i - 1);
			for (int bit = 0; bit < 8 * bytes; bit++)
				over |= one_bit(builds, i, bit, must);
		}
	}
	clean();
	return over;
}

int main(int argc, char **argv)
{
	struct metadata meta =
		__msan_metadata_ptr_for_store_n(&slots, sizeof(slots));
	int over, n = 0, n_over = 0;

	shadow = meta.shadow;
	setvbuf(stdout, NULL, _IOLBF, 0);
	n_exact = read_list(argv[1], exact, 512);
	n_used = read_list(argv[2], used, 64);
	for (int i = 0; i < OPERANDS; i++)
		pointers[i] = slots.at[i + 1];
	for (int i = 0; plain_cases[i].name; i++, n++) {
		const struct vector_case *builds[] = { &plain_cases[i],
						       &o0_cases[i],
						       &o2_cases[i] };

		if (argc > 3 && strcmp(argv[3], "-v") &&
		    fnmatch(argv[3], plain_cases[i].label, 0))
			continue;
		over = one_case(builds);
		n_over += !!over;
		if (argc > 3)
			printf("%s %s\n", over ? "wide" : "exact",
			       builds[0]->label);
	}
	printf("%d cases, %d exact, %d failures\n", n, n - n_over, failures);
	return failures != 0;
}
