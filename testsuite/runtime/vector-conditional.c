/* Operations under a mask, which GCC makes of a blend where the processor has them:
   in lanes that the mask does not take, operands do not matter.  On processors
   without AVX-512 there is nothing to see. */
/* { dg-kmsan-with vector-conditional.c -march=x86-64-v4 } */
/* { dg-kmsan-clean } */
#include "helpers/vector-conditional.h"
#include "shadow.h"

#define TEST(name, type)                                                   \
	static void name(int line, bits sa, bits sb, bits mask,            \
			 bits expected)                                    \
	{                                                                  \
		type a = { 1, 2, 3, 4 }, b = { 5, 6, 7, -1 }, r;           \
		ints takes = { 1, 0, 1, 0 };                               \
									   \
		poison_bits(a, sa);                                        \
		poison_bits(b, sb);                                        \
		poison_bits(takes, mask);                                  \
		name##_op(&r, &a, &b, &takes);                             \
		compare_shadow(line, &r, sizeof(r), expected);             \
	}

TEST(sum, ints)
TEST(bitwise, ints)
TEST(float_sum, floats)
TEST(quotient, floats)

#define LANE(n, bits_of_lane) ((bits)(bits_of_lane) << (32 * (n)))
#define expect(name, ...) name(__LINE__, __VA_ARGS__)

static void test(void)
{
	expect(sum, 0, LANE(1, 1) | LANE(2, 8), 0, LANE(2, 0x18));
	expect(sum, LANE(3, 2), LANE(3, 1), 0, LANE(3, 2));
	expect(bitwise, LANE(0, 4), LANE(1, 1) | LANE(2, 3), 0,
	       LANE(0, 4) | LANE(2, 3));
	expect(float_sum, LANE(1, 1), LANE(1, 2) | LANE(2, 8), 0,
	       LANE(1, 1) | LANE(2, 0xffffffff));
	expect(quotient, 0, LANE(3, 8) | LANE(0, 1), 0, LANE(0, 0xffffffff));
	/* All bits of the last lane depend on whether the mask takes it. */
	expect(bitwise, 0, 0, LANE(3, 0xffffffff), LANE(3, 0xffffffff));
}

int main(void)
{
	if (__builtin_cpu_supports("avx512vl") &&
	    __builtin_cpu_supports("avx512dq") &&
	    __builtin_cpu_supports("avx512cd") &&
	    __builtin_cpu_supports("avx512bw"))
		test();
	return 0;
}
