/* Ordered comparison of signed values: the sign bit counts the other way. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP2(less, _Bool, int, int, a < b)
OP2(greater_equal, _Bool, long, long, a >= b)
OP1(is_negative, _Bool, int, a < 0)
OP1(is_positive, _Bool, signed char, a > 0)

int main(void)
{
	/* Only the sign matters. */
	expect1(is_negative, 0, 0x7fffffff, 0);
	expect1(is_negative, -1, 0x7fffffff, 0);
	expect1(is_negative, 0, 0x80000000, 1);
	expect1(is_positive, -128, 0x7f, 0);
	expect1(is_positive, 1, 0x7e, 0);
	expect1(is_positive, 0, 0x7f, 1);
	expect2(less, -0x80, 0x7f, 0, 0, 0);
	expect2(less, -0x80, 0x7f, -1, 0, 1);
	expect2(less, -1, 0x80000000, 5, 0, 1);
	expect2(greater_equal, 0, 0xff, -1, 0, 0);
	expect2(greater_equal, 0, 0xff, 1, 0, 1);
	return 0;
}
