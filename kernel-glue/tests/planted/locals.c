// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Planted bugs: local variables, their parts and what is computed from them.
 */
#include <linux/gfp.h>
#include <linux/kernel.h>

#include "planted.h"

static int numbers[4] = {1, 2, 3, 4};

static void local_path(bool init)
{
	int value;

	planted_set(&value, init);
	planted_use(value);
}

static void local_switch(bool init)
{
	int value;

	planted_set(&value, init);
	switch (value) {
	case 1:
		planted_hit();
		break;
	case 20:
		WRITE_ONCE(numbers[0], 2);
		break;
	case 300:
		WRITE_ONCE(numbers[1], 3);
		break;
	}
}

static void local_loop(bool init)
{
	/* Poison with a value that ends the loop at its first check. */
	int bound = 0;

	if (!init)
		kmsan_poison_memory(&bound, sizeof(bound), GFP_KERNEL);
	for (int i = 0; i < READ_ONCE(bound); i++)
		planted_hit();
}

static void local_index(bool init)
{
	int index;

	planted_set(&index, init);
	planted_use(READ_ONCE(numbers[index & 3]));
}

static void local_pointer(bool init)
{
	int *pointer = numbers;

	/* Poison with a value that can be followed. */
	if (!init)
		kmsan_poison_memory(&pointer, sizeof(pointer), GFP_KERNEL);
	planted_use(READ_ONCE(*READ_ONCE(pointer)));
}

static void local_tail(bool init)
{
	char buffer[16];

	planted_fill(buffer, 1, init ? 16 : 8);
	kmsan_check_memory(buffer, sizeof(buffer));
}

static void local_middle(bool init)
{
	char buffer[24];

	planted_fill(buffer, 1, init ? 24 : 5);
	planted_fill(buffer + 11, 1, 13);
	kmsan_check_memory(buffer, sizeof(buffer));
}

struct triple {
	int first;
	int second;
	int third;
};

static planted_fn void set_triple(struct triple *t, bool init)
{
	t->first = 1;
	planted_set(&t->second, init);
	t->third = 3;
}

static planted_fn void use_triple(const struct triple *t)
{
	planted_use(t->second);
}

static void local_field(bool init)
{
	struct triple t;

	set_triple(&t, init);
	use_triple(&t);
}

static planted_fn void use_neighbours(const struct triple *t)
{
	planted_use(t->first);
	planted_use(t->third);
}

static void local_neighbours(bool init)
{
	struct triple t;

	set_triple(&t, init);
	use_neighbours(&t);
}

static planted_fn void copy_triple(struct triple *to, const struct triple *from)
{
	*to = *from;
}

static void local_copy(bool init)
{
	struct triple from, to;

	set_triple(&from, init);
	copy_triple(&to, &from);
	use_triple(&to);
}

static void local_literal(bool init)
{
	int value;

	planted_set(&value, init);
	use_triple(&(struct triple){.first = 1, .second = value, .third = 3});
}

union number {
	u8 byte;
	u64 word;
};

static planted_fn void set_number(union number *n, bool init)
{
	/*
	 * Zero: a bit known to be set would decide the comparison with zero,
	 * whatever the others are.
	 */
	if (init)
		n->word = 0;
	else
		n->byte = 0;
}

static void local_union(bool init)
{
	union number n;

	set_number(&n, init);
	planted_use(n.word);
}

struct flags {
	unsigned int kind : 3;
	unsigned int level : 7;
	unsigned int ready : 1;
};

static planted_fn void set_flags(struct flags *f, bool init)
{
	f->kind = 5;
	if (init)
		f->level = 9;
	f->ready = 1;
}

static planted_fn void use_level(const struct flags *f)
{
	planted_use(f->level);
}

static void local_bitfield(bool init)
{
	struct flags f;

	set_flags(&f, init);
	use_level(&f);
}

static planted_fn void use_kind(const struct flags *f)
{
	planted_use(f->kind);
	planted_use(f->ready);
}

static void local_bitfield_neighbours(bool init)
{
	struct flags f;

	set_flags(&f, init);
	use_kind(&f);
}

static planted_fn void clear_high_half(u8 *byte)
{
	*byte &= 0x0f;
}

static planted_fn void use_masked(const u8 *byte, u8 mask)
{
	planted_use(*byte & mask);
}

/* The same memory in both; the twin reads the known half. */
static void local_mask(bool init)
{
	u8 byte;

	planted_fill(&byte, 0, 0);
	clear_high_half(&byte);
	use_masked(&byte, init ? 0xf0 : 0x0f);
}

static void local_arithmetic(bool init)
{
	int value;

	planted_set(&value, init);
	planted_use(((value * 31 + 7) ^ 0x55) & 0x1000);
}

/* A divisor is checked at the division, since that may trap. */
static void local_divisor(bool init)
{
	int value;

	planted_set(&value, init);
	planted_use(READ_ONCE(numbers[3]) / (value | 1));
}

static void local_shift(bool init)
{
	int value;

	planted_set(&value, init);
	planted_use((READ_ONCE(numbers[3]) << (value & 7)) & 0x40);
}

static planted_fn int *nth(int *array, int n)
{
	return &array[n];
}

static void local_array(bool init)
{
	int array[8];

	for (int i = 0; i < 8; i++)
		planted_set(nth(array, i), init || i != 6);
	for (int i = 0; i < 8; i++)
		planted_use(*nth(array, i));
}

const struct planted_case planted_locals[] = {
	{"local-path", local_path, "a local that is set on one path only"},
	{"local-switch", local_switch, "switch over a local"},
	{"local-loop", local_loop, "a loop's bound"},
	{"local-index", local_index, "an array's index"},
	{"local-pointer", local_pointer, "a pointer that is followed"},
	{"local-tail", local_tail, "kmsan_check_memory() of an array's tail"},
	{"local-middle", local_middle, "the same with a gap inside"},
	{"local-field", local_field, "a struct's field"},
	{"local-neighbours", local_neighbours, "its neighbours: no bug"},
	{"local-copy", local_copy, "a field of a struct that was copied"},
	{"local-literal", local_literal, "a compound literal"},
	{"local-union", local_union, "a union of which one byte is set"},
	{"local-bitfield", local_bitfield, "a bit-field"},
	{"local-bitfield-near", local_bitfield_neighbours,
	 "its neighbours: no bug"},
	{"local-mask", local_mask, "four bits of a byte"},
	{"local-arithmetic", local_arithmetic, "the result of a computation"},
	{"local-divisor", local_divisor, "a divisor"},
	{"local-shift", local_shift, "how far to shift"},
	{"local-array", local_array, "one element of an array"},
	{}};
