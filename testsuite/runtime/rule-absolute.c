/* In an absolute value, the sign affects every bit of an integer, but only
   itself in a float.  Any absolute value may be above a number, though the least
   number has none. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP1(absolute, int, int, __builtin_abs(a))
OP1(absolute_long, long, long, __builtin_labs(a))
OP1(absolute_float, double, double, __builtin_fabs(a))
OP1(above, int, int, __builtin_abs(a) > 3)
OP1(is_zero, int, long, __builtin_labs(a) == 0)
OP1(above_char, int, signed char, __builtin_abs(a) > 126)

int main(void)
{
	expect1(absolute, 5, 0, 0);
	expect1(absolute, 5, 0x10, 0x10);
	expect1(absolute, 5, 0x80000000, ALL);
	/* A negation: a carry goes as far as it can. */
	expect1(absolute, -8, 1, 0x0f);
	expect1(absolute, -6, 1, 0x03);
	expect1(absolute, -24, 8, 0x38);
	expect1(absolute_long, -8, 1, 0x0f);
	expect1(absolute_long, 5, (bits)1 << 63, ALL);
	expect1(above, 0, ALL, 1);
	expect1(above, -8, 1, 0);
	expect1(above, -2, 1, 0);
	expect1(above, -5, 7, 1);
	expect1(above, 2, (bits)1 << 31, 1);
	expect1(is_zero, 0, ALL, 1);
	expect1(is_zero, 1, 2, 0);
	expect1(above_char, 0, ALL, 1);
	expect1(above_char, 1, 0x80, 1);
	expect1(absolute_float, 1.0, 0, 0);
	expect1(absolute_float, 1.0, 0x10, 0x10);
	/* The result's sign is known. */
	expect1(absolute_float, 1.0, (bits)1 << 63, 0);
	return 0;
}
