/* Hints to the compiler pass on the shadow of their argument. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP1(expect, long, long, __builtin_expect(a, 1))
OP1(expect_probability, long, long,
    __builtin_expect_with_probability(a, 1, 0.9))
OP1(aligned, char *, char *, __builtin_assume_aligned(a, 16))
OP1(barrier, int, int, __builtin_assoc_barrier(a))
OP1(constant, int, int, __builtin_constant_p(a))

int main(void)
{
	static char buffer[16] __attribute__((aligned(16)));

	expect1(expect, 1, 0xf0, 0xf0);
	expect1(expect, 1, 0, 0);
	expect1(expect_probability, 1, 0xf0, 0xf0);
	expect1(aligned, buffer, 0xf0, 0xf0);
	expect1(barrier, 1, 0xf0, 0xf0);
	expect1(constant, 1, 0xf0, 0);
	return 0;
}
