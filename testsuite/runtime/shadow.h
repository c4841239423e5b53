/*
 * shadow.h - give objects a shadow, bit by bit, and compare what comes out.
 *
 *	OP2(and, int, int, int, a & b)
 *		defines the operation; types of its result, a and b
 *	expect2(and, 0x0f, 0x03, 0x30, 0x00, 0x00)
 *		a is 0x0f with its bits 0x03 uninitialised, b is 0x30, all of it
 *		initialised; no bit of the result may be uninitialised
 *
 * OP1, OP3, expect1 and expect3 are the same for one and three operands; CHECK2
 * is for an operation and_op(int *r, int *a, int *b) that is written out.  The
 * first difference ends the program and prints its line.
 */
#ifndef SHADOW_H
#define SHADOW_H

#include <kmsan.h>
#include <stdio.h>
#include <stdlib.h>
#include "use.h"

typedef unsigned __int128 bits;

#define ALL ((bits)-1)
#define ALL_OF(type) (ALL >> (128 - 8 * sizeof(type)))

struct metadata {
	volatile unsigned char *shadow;
	unsigned int *origin;
};

struct metadata __msan_metadata_ptr_for_load_n(void *, unsigned long);
struct metadata __msan_metadata_ptr_for_store_n(void *, unsigned long);

/* Let the shadow of an object of at most 16 bytes be @shadow. */
__no_sanitize_memory noipa __attribute__((unused)) static void
set_shadow(void *object, unsigned long size, bits shadow)
{
	struct metadata meta;

	kmsan_poison_memory(object, size);
	meta = __msan_metadata_ptr_for_store_n(object, size);
	for (unsigned long i = 0; i < size; i++)
		meta.shadow[i] = (unsigned char)(shadow >> (8 * i));
}

/* The shadow of an object of at most 16 bytes. */
__no_sanitize_memory noipa __attribute__((unused)) static bits
get_shadow(void *object, unsigned long size)
{
	struct metadata meta = __msan_metadata_ptr_for_load_n(object, size);
	bits shadow = 0;

	for (unsigned long i = 0; i < size; i++)
		shadow |= (bits)meta.shadow[i] << (8 * i);
	return shadow;
}

__no_sanitize_memory noipa __attribute__((unused)) static void
compare_shadow(int line, void *object, unsigned long size, bits expected)
{
	bits found = get_shadow(object, size);

	expected &= ALL >> (128 - 8 * size);
	if (found == expected)
		return;
	fprintf(stderr, "line %d: shadow %llx:%016llx, expected %llx:%016llx\n",
		line, (unsigned long long)(found >> 64),
		(unsigned long long)found,
		(unsigned long long)(expected >> 64),
		(unsigned long long)expected);
	_Exit(1);
}

#define poison_bits(object, shadow) \
	set_shadow((void *)&(object), sizeof(object), (shadow))
#define expect_shadow(object, shadow) \
	compare_shadow(__LINE__, (void *)&(object), sizeof(object), (shadow))

#define CHECK1(name, to, from)                                          \
	noipa static void name(int line, from a, bits sa, bits expected) \
	{                                                               \
		to r;                                                   \
		poison_bits(a, sa);                                     \
		name##_op(&r, &a);                                      \
		compare_shadow(line, &r, sizeof(r), expected);          \
	}

#define OP1(name, to, from, expression)                                 \
	noipa static void name##_op(to *r, from *pa)                    \
	{                                                               \
		from a = *pa;                                           \
		*r = (expression);                                      \
	}                                                               \
	CHECK1(name, to, from)

#define CHECK2(name, to, from_a, from_b)                                \
	noipa static void name(int line, from_a a, bits sa, from_b b,   \
			       bits sb, bits expected)                  \
	{                                                               \
		to r;                                                   \
		poison_bits(a, sa);                                     \
		poison_bits(b, sb);                                     \
		name##_op(&r, &a, &b);                                  \
		compare_shadow(line, &r, sizeof(r), expected);          \
	}

#define OP2(name, to, from_a, from_b, expression)                       \
	noipa static void name##_op(to *r, from_a *pa, from_b *pb)      \
	{                                                               \
		from_a a = *pa;                                         \
		from_b b = *pb;                                         \
		*r = (expression);                                      \
	}                                                               \
	CHECK2(name, to, from_a, from_b)

#define CHECK3(name, to, from_a, from_b, from_c)                        \
	noipa static void name(int line, from_a a, bits sa, from_b b,   \
			       bits sb, from_c c, bits sc, bits expected) \
	{                                                               \
		to r;                                                   \
		poison_bits(a, sa);                                     \
		poison_bits(b, sb);                                     \
		poison_bits(c, sc);                                     \
		name##_op(&r, &a, &b, &c);                              \
		compare_shadow(line, &r, sizeof(r), expected);          \
	}

#define OP3(name, to, from_a, from_b, from_c, expression)               \
	noipa static void name##_op(to *r, from_a *pa, from_b *pb,      \
				    from_c *pc)                         \
	{                                                               \
		from_a a = *pa;                                         \
		from_b b = *pb;                                         \
		from_c c = *pc;                                         \
		*r = (expression);                                      \
	}                                                               \
	CHECK3(name, to, from_a, from_b, from_c)

#define expect1(name, a, sa, expected) name(__LINE__, a, sa, expected)
#define expect2(name, a, sa, b, sb, expected) \
	name(__LINE__, a, sa, b, sb, expected)
#define expect3(name, a, sa, b, sb, c, sc, expected) \
	name(__LINE__, a, sa, b, sb, c, sc, expected)

#endif /* SHADOW_H */
