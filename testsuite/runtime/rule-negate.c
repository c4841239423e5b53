/* A negation carries from its lowest poisoned bit up, as far as the results can
   differ; so does a sum with the answer to a condition.  Masks without a branch
   and comparison functions are made of these. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP1(negative, int, int, -a)
OP1(negative_long, unsigned long, unsigned long, -a)
OP2(masked, int, int, int, -(a & 1) & b)
OP1(sign, int, int, (a > 0) - (a < 0))
OP1(is_less, int, int, (a > 5) - (a < 5) < 0)
OP2(both, int, int, int, !!a + !!b)
OP2(exactly_two, int, int, int, !!a + !!b == 2)

int main(void)
{
	expect1(negative, 1, 0, 0);
	expect1(negative, 1, 1, ALL);
	expect1(negative, 8, 1, 0x0f);
	expect1(negative, 6, 1, 0x03);
	expect1(negative, -24, 8, 0x38);
	expect1(negative, 0, 0x80000000, 0x80000000);
	expect1(negative_long, 0, (bits)1 << 40, ALL << 40);
	expect2(masked, 1, 1, 0xff, 0, 0xff);
	expect2(masked, 1, 2, 0xff, 0, 0);
	expect1(sign, 5, 0, 0);
	expect1(sign, 9, 2, 0);
	expect1(sign, 5, 0x80000000, ALL);
	expect1(is_less, 5, 4, 1);
	expect1(is_less, 5, 2, 0);
	expect2(both, 1, 1, 1, 0, 3);
	expect2(both, 1, 0, 1, 0, 0);
	expect2(both, 0, 0, 1, 1, 1);
	expect2(exactly_two, 1, 1, 1, 0, 1);
	expect2(exactly_two, 0, 0, 1, 1, 0);
	return 0;
}
