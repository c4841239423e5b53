// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * support.c - poison what is passed, and inspect what arrives.
 *
 *	PROGRAM CALLER CALLEE MODE
 *
 * CALLER and CALLEE say which compiler built that half, G or C, and MODE is
 * eager or lazy.  Built without instrumentation, linked to both halves of a
 * generated case with --wrap for __msan_warning, __msan_warning_at, and the
 * _keep variants of both.
 *
 * Each object that arrives is a line of output, which has to be the same
 * whichever compilers built the halves.  A line with WRONG says that it differs
 * from what doc/abi.md promises.  The exit status is 1 if there was one.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "internal.h"
#include "abi-case.h"

#define DECLARE(name, result, parameters) result __msan_##name parameters;
KMSAN_ABI_ENTRY_POINTS(DECLARE)

#define MAX_OBJECTS 20000
#define MAX_BYTES 2048
#define MAX_WARNINGS 256

/* An object has two halves, each with its own origin. */
static char parts[MAX_OBJECTS][2];
static const char *test;
static bool eager, wrong;

/*
 * How far va_arg() has come on the stack; whether anything has made Clang lose
 * its way in the variadic arguments' shadow.  Such things are bytes skipped on
 * the stack for an argument's alignment, which Clang 19 forgets, and vectors of
 * integers, which it assumes to be on the stack.
 */
static char *stack_at;
static bool clang_is_lost;

static char compiler[2];

/* Numbers of the objects that should have been reported, and that were. */
static unsigned int to_warn[MAX_WARNINGS], nr_to_warn;
/* Those that only some compilers report, and whether one of these is used. */
static unsigned int unsure[MAX_WARNINGS], nr_unsure;
static bool lenient;
static unsigned int warned[MAX_WARNINGS], nr_warned;

static void complain(const char *what, const char *why)
{
	printf("%s %s WRONG: %s\n", test, what, why);
	wrong = true;
}

static unsigned long mix(unsigned long x)
{
	x ^= x >> 31;
	x *= 0x7fb5d329728ea185UL;
	x ^= x >> 27;
	x *= 0x81dadef4bc2dd44dUL;
	return x ^ x >> 33;
}

/* The shadow of byte @i of object @id. */
static unsigned char given(unsigned int id, unsigned long i)
{
	unsigned long hash = mix(id * 0x9e3779b97f4a7c15UL);
	unsigned long byte = mix(hash + i);

	switch (hash % 8) {
	case 0:
		return 0;
	case 1:
		return 0xff;
	case 2:
	case 3:
		return byte & 1 ? 0xff : 0;
	case 4:
		return byte % 5 ? 0 : 1 << (byte >> 8) % 8;
	default:
		return byte >> 8;
	}
}

/* Where the second half begins: origins of eight bytes may not be kept apart. */
static unsigned long second_half(unsigned long size, int how)
{
	return how & (SCALAR | WHOLE) || size < 16 ? size : size / 16 * 8;
}

/* The value of byte @i of object @id. */
static unsigned char value(unsigned int id, unsigned long i, int how)
{
	return how & BOOL ? id & 1 : mix(id + i) >> 5;
}

void give(void *object, unsigned long size, unsigned int id, int how)
{
	unsigned long half = second_half(size, how);
	struct kmsan_metadata_ptr meta;
	unsigned char *data = object;

	if (id >= MAX_OBJECTS || size > MAX_BYTES) {
		complain("give", "more objects or bytes than support.c has room for");
		return;
	}
	__msan_poison_alloca(object, half, &parts[id][0]);
	if (half < size)
		__msan_poison_alloca(data + half, size - half, &parts[id][1]);
	meta = __msan_metadata_ptr_for_store_n(object, size);
	for (unsigned long i = 0; i < size; i++) {
		data[i] = value(id, i, how);
		((unsigned char *)meta.shadow)[i] = given(id, i);
	}
}

/* The bits of a byte of @type's that have a meaning. */
static void meaning(int type, int how, unsigned char *mask)
{
	memset(mask, 0, MAX_BYTES);
	mask_of(type, mask);
	if (how & BOOL)
		*mask = 1;
}

void passed(unsigned int id, int type, unsigned long size, int how)
{
	static unsigned char mask[MAX_BYTES];
	unsigned char poison = 0;

	meaning(type, how, mask);
	for (unsigned long i = 0; i < size; i++)
		poison |= given(id, i) & mask[i];
	if (!poison || nr_to_warn == MAX_WARNINGS)
		return;
	to_warn[nr_to_warn++] = id;
	/* Clang checks no memory, and nothing after an argument without room. */
	if (how & (UNSURE | NO_REGISTER)) {
		unsure[nr_unsure++] = id;
		lenient |= compiler[!!(how & BACK)] == 'C';
	}
}

void started(char *at)
{
	stack_at = at;
	/*
	 * Clang 19 takes what is passed for System V's, and writes no shadow
	 * for it; its va_start() even leaves a Microsoft list poisoned.
	 */
	clang_is_lost = !at;
	if (!at && (compiler[0] == 'C' || compiler[1] == 'C')) {
		unsure[nr_unsure++] = 0;
		lenient = true;
	}
}

void taken(char *at, unsigned long size, int how)
{
	if (how & LOST ||
	    (at != stack_at && at != stack_at + (size + 7) / 8 * 8))
		clang_is_lost = true;
	stack_at = at;
}

static bool by_gcc(int how)
{
	return compiler[!!(how & BACK)] == 'G';
}

/* May Clang have lost a variadic argument's shadow on either side? */
static bool is_lost(int how)
{
	bool clang = stack_at ? !by_gcc(how) :
				compiler[0] == 'C' || compiler[1] == 'C';

	return how & VARIADIC && clang_is_lost && clang;
}

/* The number of the object that an origin comes from, 0 if not one of ours. */
static unsigned int object_of(unsigned int origin, int *part)
{
	const unsigned long *entries;
	unsigned int nr = kmsan_depot_fetch(origin, &entries);

	while (nr == 3 && entries[0] == KMSAN_CHAIN_MAGIC)
		nr = kmsan_depot_fetch(entries[2], &entries);
	if (nr != 4 || entries[0] != KMSAN_ALLOCA_MAGIC ||
	    entries[1] - (unsigned long)parts >= sizeof(parts))
		return 0;
	*part = (entries[1] - (unsigned long)parts) % 2;
	return (entries[1] - (unsigned long)parts) / 2;
}

void __wrap___msan_warning(unsigned int origin)
{
	int part;

	if (nr_warned < MAX_WARNINGS)
		warned[nr_warned++] = object_of(origin, &part);
}

void __wrap___msan_warning_at(void *addr)
{
	__wrap___msan_warning(
		*__msan_metadata_ptr_for_load_n(addr, 1).origin);
}

/* The callers of these expect their registers to be preserved. */
__attribute__((no_caller_saved_registers)) void
__wrap___msan_warning_keep(unsigned int origin)
{
	__wrap___msan_warning(origin);
}

__attribute__((no_caller_saved_registers)) void
__wrap___msan_warning_at_keep(void *addr)
{
	__wrap___msan_warning_at(addr);
}

static int compare_numbers(const void *a, const void *b)
{
	unsigned int x = *(const unsigned int *)a, y = *(const unsigned int *)b;

	return x < y ? -1 : x > y;
}

/* Sort, and remove duplicates: an __int128 is two arguments to Clang. */
static unsigned int unique(unsigned int *numbers, unsigned int nr)
{
	unsigned int kept = 0;

	qsort(numbers, nr, sizeof(*numbers), compare_numbers);
	for (unsigned int i = 0; i < nr; i++)
		if (!kept || numbers[kept - 1] != numbers[i])
			numbers[kept++] = numbers[i];
	return kept;
}

void begin(const char *name)
{
	test = name;
	nr_to_warn = nr_unsure = nr_warned = 0;
	lenient = false;
}

/* Remove from @numbers those that only some compilers report. */
static unsigned int without_unsure(unsigned int *numbers, unsigned int nr)
{
	unsigned int kept = 0, j;

	for (unsigned int i = 0; i < nr; i++) {
		for (j = 0; j < nr_unsure && unsure[j] != numbers[i]; j++)
			;
		if (j == nr_unsure)
			numbers[kept++] = numbers[i];
	}
	return kept;
}

static bool as_expected(void)
{
	return nr_warned == nr_to_warn &&
	       !memcmp(warned, to_warn, nr_warned * sizeof(*warned));
}

/*
 * Where the first four of eight bytes are clean, Clang may report an unknown
 * origin.  It counts as those that are missing.
 */
static void take_unknown_for_missing(void)
{
	bool clang = compiler[0] == 'C' || compiler[1] == 'C';

	if (!clang || !nr_warned || warned[0])
		return;
	for (unsigned int i = 1; i < nr_warned; i++)
		if (!bsearch(&warned[i], to_warn, nr_to_warn, sizeof(*to_warn),
			     compare_numbers))
			return;
	if (nr_warned > nr_to_warn)
		return;
	nr_warned = nr_to_warn;
	memcpy(warned, to_warn, nr_warned * sizeof(*warned));
}

static void print_numbers(const char *what, const unsigned int *numbers,
			  unsigned int nr)
{
	printf("%s %s", test, what);
	for (unsigned int i = 0; i < nr; i++)
		printf(" %u", numbers[i]);
	printf("\n");
}

void end(void)
{
	bool right;

	nr_to_warn = eager ? unique(to_warn, nr_to_warn) : 0;
	nr_warned = unique(warned, nr_warned);
	take_unknown_for_missing();
	right = lenient || as_expected();
	nr_to_warn = without_unsure(to_warn, nr_to_warn);
	nr_warned = without_unsure(warned, nr_warned);
	print_numbers("reported", warned, nr_warned);
	if (right && as_expected())
		return;
	print_numbers("expected", to_warn, nr_to_warn);
	complain("reports", "not those of the poisoned scalars");
}

/*
 * What the shadow has to be: 1 as it was passed, 0 clean, -1 either, since the
 * layout of what does not fit is not computed here.
 */
static int travels(int how)
{
	if (how & UNSURE || is_lost(how) || (eager && how & NO_REGISTER))
		return -1;
	if (how & REFERENCE)
		return 1;
	if (how & BEYOND)
		return 0;
	if (eager && how & SCALAR && !(how & RESULT)) {
		/*
		 * Clang stores the shadow of variadic scalars although it has
		 * checked them, so their uses are reported again.
		 */
		if (how & AGAIN || !(how & VARIADIC))
			return 0;
		return !by_gcc(how);
	}
	return 1;
}

/*
 * Is padding passed on?  In memory it is.  Of a structure in registers Clang
 * passes only the parts that hold members.
 */
static bool keeps_padding(unsigned long size, int how)
{
	if (how & (COPIED | SCALAR | UNSURE))
		return false;
	if (size > 16)
		return true;
	return compiler[0] == 'G' && compiler[1] == 'G' && !(how & VARIADIC);
}

static void check_origins(const char *what, const unsigned char *object,
			  unsigned long size, unsigned int id, int how,
			  const unsigned char *poison)
{
	unsigned long half = second_half(size, how);
	bool clang = compiler[0] == 'C' || compiler[1] == 'C';

	/*
	 * Clang passes a structure as one or two registers, and takes the
	 * origin of the first four bytes for that of a register: it is often
	 * stale.
	 */
	if (clang && !(how & SCALAR))
		return;
	for (unsigned long i = 0; i < size; i++) {
		struct kmsan_metadata_ptr meta;
		unsigned long group = (unsigned long)(object + i) & -4UL;
		unsigned long word = i & -8UL;
		int part = 0;

		/* Clang takes the first four bytes' origin for all eight. */
		if (clang && i % 8 >= 4 && word + 4 <= size &&
		    !memcmp(poison + word, "\0\0\0", 4))
			continue;

		/* The group's origin may be another object's. */
		if (!poison[i] || size < 4 || group < (unsigned long)object ||
		    (group + 4 > (unsigned long)object + size &&
		     !(how & COPIED)))
			continue;
		meta = __msan_metadata_ptr_for_load_n((void *)(object + i), 1);
		if (object_of(*meta.origin, &part) != id)
			complain(what, "the origin is not the object's");
		else if (part != (i >= half) && !(how & RESULT))
			complain(what, "the origin is the other half's");
		else
			continue;
		break;
	}
}

void arrive(const char *what, void *object, unsigned long size, int type,
	    unsigned int id, int how)
{
	/* Static: the stack has stale shadow, and memcmp() checks. */
	static unsigned char mask[MAX_BYTES], poison[MAX_BYTES];
	struct kmsan_metadata_ptr meta;
	const unsigned char *data = object;
	bool padding = keeps_padding(size, how), differs = false;
	bool bytes_differ = false;
	int as = travels(how);
	/* Where Clang is known to differ, the lines leave out the details. */
	bool same = !((eager || how & UNSURE) && how & NO_REGISTER) &&
		    (!(how & VARIADIC) ||
		     (!clang_is_lost && !(eager && how & SCALAR)));

	meaning(type, how, mask);
	meta = __msan_metadata_ptr_for_load_n(object, size);
	printf("%s %s %lu", test, what, size);
	for (unsigned long i = 0; i < size; i++) {
		unsigned char shadow = ((unsigned char *)meta.shadow)[i];
		unsigned char seen = padding ? 0xff : mask[i];

		poison[i] = shadow & seen;
		if (as >= 0 && poison[i] != (as ? given(id, i) & seen : 0))
			differs = true;
		if ((data[i] ^ value(id, i, how)) & mask[i])
			bytes_differ = true;
		if (same)
			printf("%s%02x", i % 8 ? "" : " ", shadow & mask[i]);
	}
	printf("\n");
	if (differs) {
		printf("%s %s is", test, what);
		for (unsigned long i = 0; i < size; i++)
			printf("%s%02x", i % 8 ? "" : " ", ((unsigned char *)meta.shadow)[i]);
		printf("\n%s %s of", test, what);
		for (unsigned long i = 0; i < size; i++)
			printf("%s%02x", i % 8 ? "" : " ", as ? given(id, i) : 0);
		printf("\n%s %s in", test, what);
		for (unsigned long i = 0; i < size; i++)
			printf("%s%02x", i % 8 ? "" : " ", padding ? 0xff : mask[i]);
		printf("\n");
		complain(what, "the shadow is not what was given");
	}
	if (bytes_differ)
		complain(what, "the object itself is another: the ABI differs");
	if (as >= 0)
		check_origins(what, object, size, id, how, poison);
}

int main(int argc, char **argv)
{
	if (argc != 4) {
		fprintf(stderr, "usage: %s G|C G|C eager|lazy\n", argv[0]);
		return 2;
	}
	compiler[0] = argv[1][0];
	compiler[1] = argv[2][0];
	eager = !strcmp(argv[3], "eager");
	run_all();
	return wrong;
}
