/* In an absolute value, the sign affects every bit of an integer, but only
   itself in a float. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP1(absolute, int, int, __builtin_abs(a))
OP1(absolute_long, long, long, __builtin_labs(a))
OP1(absolute_float, double, double, __builtin_fabs(a))

int main(void)
{
	expect1(absolute, 5, 0, 0);
	expect1(absolute, 5, 0x10, 0x10);
	expect1(absolute, 5, 0x80000000, ALL);
	expect1(absolute_long, 5, (bits)1 << 63, ALL);
	expect1(absolute_float, 1.0, 0, 0);
	expect1(absolute_float, 1.0, 0x10, 0x10);
	/* The result's sign is known. */
	expect1(absolute_float, 1.0, (bits)1 << 63, 0);
	return 0;
}
