/* "a + b < a" asks for the carry of a sum, and "(T)a == a" whether a is in the
   range of T.  Poison is on both sides of such a comparison; what decides is
   whether it can move the number. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP2(overflows, int, unsigned, unsigned, a + b < a)
OP2(overflows_other, int, unsigned, unsigned, b > a + b)
OP2(fits, int, unsigned long, unsigned long, a + b >= b)
OP1(is_unsigned, int, long, (unsigned)a == a)
OP1(is_int, int, long, (int)a == a)
OP1(not_byte, int, unsigned, (unsigned char)a != a)
OP1(is_short, int, unsigned long, a == (unsigned long)(short)a)

int main(void)
{
	expect2(overflows, 1, 0, 2, 0, 0);
	expect2(overflows, 1, 0xff, 2, 0xff, 0);
	expect2(overflows, 7, 7, 0xffffffff, 0, 1);
	expect2(overflows, 15, 7, 0xffffffff, 0, 0);
	expect2(overflows, 0, ALL, 0, 0, 0);
	expect2(overflows, 0, ALL, 1, 0, 1);
	expect2(overflows_other, 15, 7, 0xffffffff, 0, 0);
	expect2(overflows_other, 7, 7, 0xffffffff, 0, 1);
	expect2(fits, 7, 7, ALL_OF(long), 0, 1);
	expect2(fits, 7, 7, 1, 0xff, 0);
	expect1(is_unsigned, 5, 0xff, 0);
	expect1(is_unsigned, 5, (bits)1 << 32, 1);
	expect1(is_unsigned, 1L << 40, (bits)1 << 33, 0);
	expect1(is_unsigned, -1, 0xff, 0);
	expect1(is_int, -1, 0xff, 0);
	expect1(is_int, -1, 0x80000000, 1);
	expect1(is_int, 1L << 40, 0xff, 0);
	expect1(not_byte, 5, 0x80, 0);
	expect1(not_byte, 5, 0x100, 1);
	expect1(not_byte, 0x205, 0x180, 0);
	expect1(is_short, ALL_OF(long), 0x7f, 0);
	expect1(is_short, 1, 0x7f, 0);
	expect1(is_short, 1, 0x8000, 1);
	return 0;
}
