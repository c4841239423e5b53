/* Rules for integers against the truth: over all values of the undefined bits,
   which bits of the result change?  None of these may be clean; but most carries
   are not followed, so sums of variables are left out.  With an argument it
   prints how many other bits are poisoned, for each operation. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-levels -O0 -Og -O2 } */
#include <string.h>
#include "shadow.h"

#define ROUNDS 300
#define MAX_POISONED 5

#define OPERATIONS(X)                                      \
	X(and, int, unsigned char, unsigned char, a & b)   \
	X(or, int, unsigned char, unsigned char, a | b)    \
	X(xor, int, unsigned char, unsigned char, a ^ b)   \
	X(not, int, signed char, int, ~a)                  \
	X(left, unsigned, unsigned, unsigned, a << 5)      \
	X(right, int, int, int, a >> 3)                    \
	X(left_by, unsigned, unsigned, unsigned, a << (b & 31)) \
	X(right_by, int, int, int, a >> (b & 31))          \
	X(rotate, unsigned, unsigned, unsigned, a << 7 | a >> 25) \
	X(swap, unsigned, unsigned, unsigned, __builtin_bswap32(a)) \
	X(bits, int, unsigned, int, __builtin_popcount(a)) \
	X(odd, int, unsigned, int, __builtin_parity(a))    \
	X(times_257, unsigned, unsigned char, int, a * 257) \
	X(by_10, unsigned, unsigned, int, a / 10)          \
	X(by_3, int, unsigned char, int, a / 3)            \
	X(by_minus_7, int, int, int, a / -7)               \
	X(by_8, int, int, int, a / 8)                      \
	X(by_1000, unsigned long, unsigned long, int, a / 1000) \
	X(mod_10, unsigned, unsigned, int, a % 10)         \
	X(mod_12, unsigned long, unsigned long, int, a % 12) \
	X(mod_7, int, int, int, a % 7)                     \
	X(mod_8, int, int, int, a % 8)                     \
	X(mod_minus_5, int, signed char, int, a % -5)      \
	X(equal, int, unsigned char, unsigned char, a == b) \
	X(less, int, int, int, a < b)                      \
	X(less_u, int, unsigned, unsigned, a < b)          \
	X(at_most, int, signed char, short, a <= b)        \
	X(in_range, int, unsigned char, int, (a >= 7) & (a <= 20)) \
	X(in_signed, int, int, int, (a >= -7) & (a <= 20)) \
	X(near_zero, int, int, int, (unsigned)a + 9 <= 18u) \
	X(below_both, int, int, int, (a < 11) & (b < 11))  \
	X(above_any, int, unsigned, unsigned, (a > 12) | (b > 12)) \
	X(zeros, int, int, int, (a == 0) & (b == 0))       \
	X(signs, int, int, int, (a < 0) ^ (b < 0))         \
	X(narrow, int, unsigned, int, (signed char)a)      \
	X(widen, long, signed char, int, a)                \
	X(truth, int, int, int, !a)                        \
	X(absolute, int, int, int, __builtin_abs(a))       \
	X(small_absolute, int, signed char, int, __builtin_abs(a)) \
	X(negative, int, int, int, -a)                     \
	X(masked, int, int, int, -(a & 1) & b)             \
	X(order, int, signed char, signed char, (a > b) - (a < b)) \
	X(both, int, int, int, !!a + !!b)                  \
	X(extended, int, unsigned char, int, (a ^ 0x80) - 0x80) \
	X(without_sign, int, int, int, (a ^ (a >> 31)) - (a >> 31)) \
	X(lowest, unsigned, unsigned, int, a & -a)         \
	X(without_lowest, unsigned, unsigned, int, a & (a - 1)) \
	X(carry, int, unsigned, unsigned, a + b < a)       \
	X(fits, int, int, int, (signed char)a == a)        \
	X(one_bit, int, unsigned, int, __builtin_popcount(a) == 1) \
	X(leading, int, unsigned, int, __builtin_clz(a | 1) > 25) \
	X(overflow, int, int, int, __builtin_add_overflow_p(a, b, 0)) \
	X(borrow, int, unsigned, unsigned,                 \
	  __builtin_sub_overflow_p(a, b, 0u))              \
	X(too_large, int, unsigned, unsigned,              \
	  __builtin_mul_overflow_p(a, b, 0u))

#define DEFINE(name, to, from_a, from_b, expression)                    \
	noipa static void name##_op(to *r, from_a *pa, from_b *pb)      \
	{                                                               \
		from_a a = *pa;                                         \
		from_b b = *pb;                                         \
		(void)b;                                                \
		*r = (to)(expression);                                  \
	}                                                               \
	noipa static bits name##_run(bits va, bits sa, bits vb, bits sb, \
				     bits *shadow)                      \
	{                                                               \
		from_a a = (from_a)va;                                  \
		from_b b = (from_b)vb;                                  \
		to r;                                                   \
		poison_bits(a, sa);                                     \
		poison_bits(b, sb);                                     \
		name##_op(&r, &a, &b);                                  \
		*shadow = get_shadow(&r, sizeof(r));                    \
		kmsan_unpoison_memory(&r, sizeof(r));                   \
		return (bits)r & ALL_OF(to);                            \
	}
OPERATIONS(DEFINE)

static const struct operation {
	const char *name;
	unsigned int bits_a, bits_b;
	bits (*run)(bits va, bits sa, bits vb, bits sb, bits *shadow);
} operations[] = {
#define ENTRY(name, to, from_a, from_b, expression) \
	{#name, 8 * sizeof(from_a), 8 * sizeof(from_b), name##_run},
	OPERATIONS(ENTRY)
};

static unsigned long random_state = 88172645463325252;

static unsigned long next_random(void)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 7;
	random_state ^= random_state << 17;
	return random_state;
}

/* Small numbers, negative ones and any. */
static unsigned long random_value(void)
{
	unsigned long kind = next_random() % 4, value = next_random();

	return kind == 0 ? value % 16 :
	       kind == 1 ? value % 64 :
	       kind == 2 ? -(value % 32) :
			   value;
}

/* A run of bits or scattered ones; mostly low ones. */
static unsigned long random_shadow(unsigned int width)
{
	unsigned long shadow = 0, n = next_random() % (MAX_POISONED + 1);
	unsigned int first = next_random() % 2 ? next_random() % width : 0;

	for (unsigned long i = 0; i < n; i++)
		shadow |= 1ul << (next_random() % 3 ? (first + i) % width :
						      next_random() % width);
	return shadow;
}

/* The bits that change, over all values of the undefined bits. */
static bits moving(const struct operation *o, bits a, bits sa, bits b, bits sb)
{
	bits ignored, first = o->run(a, 0, b, 0, &ignored), moved = 0;
	bits fa = 0, fb;

	do {
		fb = 0;
		do {
			moved |= first ^ o->run((a & ~sa) | fa, 0,
						(b & ~sb) | fb, 0, &ignored);
			fb = (fb - sb) & sb;
		} while (fb);
		fa = (fa - sa) & sa;
	} while (fa);
	return moved;
}

static int count(bits shadow)
{
	return __builtin_popcountl((unsigned long)shadow) +
	       __builtin_popcountl((unsigned long)(shadow >> 64));
}

int main(int argc, char **argv)
{
	(void)argv;
	for (unsigned int i = 0; i < sizeof(operations) / sizeof(*operations);
	     i++) {
		const struct operation *o = &operations[i];
		int moved_bits = 0, still = 0;

		for (int round = 0; round < ROUNDS; round++) {
			bits a = random_value(), sa = random_shadow(o->bits_a);
			bits b = random_value(), sb = 0, shadow, moved;

			if (next_random() % 2)
				sb = random_shadow(o->bits_b) &
				     random_shadow(o->bits_b);
			o->run(a, sa, b, sb, &shadow);
			moved = moving(o, a, sa, b, sb);
			if (moved & ~shadow) {
				fprintf(stderr,
					"%s: a %lx/%lx b %lx/%lx: %lx is clean\n",
					o->name, (long)a, (long)sa, (long)b,
					(long)sb, (long)(moved & ~shadow));
				return 1;
			}
			moved_bits += count(moved);
			still += count(shadow & ~moved);
		}
		if (argc > 1)
			printf("%-12s %6d bits move, %5d more are poisoned\n",
			       o->name, moved_bits, still);
	}
	return 0;
}
