/* "a <= x && x <= b" becomes a comparison of x - a, which may overflow: still,
   it depends on the undefined bits only if they can move x into the range or
   out of it.  Where x is a minimum or the like, its operands decide that. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-levels -Og -O1 -O2 -O3 -Os } */
#include "shadow.h"

OP1(inside, int, unsigned, a >= 19 && a <= 28)
OP1(outside, int, unsigned, a <= 18 || a > 28)
OP1(around, int, int, a >= -6 && a <= 5)
OP1(inverted, int, int, ~a >= -5 && ~a < 21)
OP1(byte, int, unsigned char, a >= 8 && a <= 11)
OP1(pair, int, unsigned, a == 5 || a == 6)
OP2(minimum, int, int, unsigned short,
    (a < b ? a : b) >= 97 && (a < b ? a : b) <= 122)
OP2(maximum, int, int, int, (a > b ? a : b) >= -5 && (a > b ? a : b) <= -3)
OP1(absolute, int, int, (unsigned)__builtin_abs(a) - 4 <= 2)
OP1(widened, int, short, (unsigned)__builtin_abs(a) - 40000 <= 5)

int main(void)
{
	expect1(inside, 16, 1, 0);
	expect1(inside, 16, 3, 1);
	expect1(inside, 24, 3, 0);
	expect1(inside, 28, 1, 1);
	expect1(inside, 5, 0x80, 0);
	expect1(inside, 0x80000000, ALL, 1);
	expect1(outside, 16, 1, 0);
	expect1(outside, 16, 3, 1);
	expect1(outside, 28, 1, 1);
	expect1(around, 0, 3, 0);
	expect1(around, 0, ALL, 1);
	expect1(around, 4, 1, 0);
	expect1(around, 4, 2, 1);
	expect1(around, -8, 1, 0);
	expect1(around, -8, 3, 1);
	expect1(inverted, 0, 3, 0);
	expect1(inverted, 4, 1, 1);
	expect1(byte, 8, 3, 0);
	expect1(byte, 8, 7, 1);
	expect1(byte, 0, 7, 0);
	expect1(pair, 1, 8, 0);
	expect1(pair, 4, 2, 1);
	expect2(minimum, 1, 0, 0, ALL, 0);
	expect2(minimum, 200, 0, 0, ALL, 1);
	expect2(minimum, 100, 0, 0, ALL, 1);
	expect2(minimum, 100, 0, 0x1000, 0xff, 0);
	expect2(maximum, 7, 0, 0, ALL, 0);
	expect2(maximum, -4, 0, 0, ALL, 1);
	expect2(maximum, -4, 0, -128, 0x3f, 0);
	expect1(absolute, 0, ALL, 1);
	expect1(absolute, 4, 3, 1);
	expect1(absolute, 4, 2, 0);
	expect1(widened, 0, ALL, 0);
	return 0;
}
