/* "x & (x - 1)" and "x & -x" are about the lowest 1: it may be poisoned itself, or
   poison below it may be it.  Counts of bits decide if their bounds do. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP1(without, unsigned, unsigned, a & (a - 1))
OP1(has_one, int, unsigned, (a & (a - 1)) == 0)
OP1(lowest, unsigned, unsigned, a & -a)
OP1(lowest_long, long, long, a & -a)
OP1(has_one_popcount, int, unsigned, __builtin_popcount(a) == 1)
OP1(few, int, unsigned long, __builtin_popcountl(a) < 3)
OP1(leading, int, unsigned, __builtin_clz(a) > 20)
OP1(trailing, int, unsigned long, __builtin_ctzl(a) >= 4)
OP1(extended, int, unsigned char, (a ^ 0x80) - 0x80)

int main(void)
{
	expect1(without, 9, 1, 8);
	expect1(without, 0, 6, 4);
	expect1(without, 8, 7, 0x0e);
	expect1(without, 0x30, 0x100, 0x100);
	expect1(has_one, 9, 1, 1);
	expect1(has_one, 0x30, 0x100, 0);
	expect1(has_one, 0x10, 0x10, 0);
	expect1(lowest, 0x14, 8, 0);
	expect1(lowest, 0x14, 2, 6);
	expect1(lowest, 0x14, 4, 0x14);
	expect1(lowest, 0, 1, 1);
	expect1(lowest_long, 1L << 40, (bits)1 << 41, 0);
	expect1(lowest_long, 1L << 40, (bits)1 << 39, (bits)3 << 39);
	expect1(has_one_popcount, 3, 4, 0);
	expect1(has_one_popcount, 1, 4, 1);
	expect1(has_one_popcount, 0, 4, 1);
	expect1(few, 7, 0x100, 0);
	expect1(few, 1, 0x100, 0);
	expect1(few, 3, 0x100, 1);
	expect1(leading, 0x10, 0xff, 0);
	expect1(leading, 0x10, 0xfff, 1);
	expect1(trailing, 0x11, 0xff00, 0);
	expect1(trailing, 0x30, 8, 1);
	expect1(trailing, 0x30, 0x40, 0);
	expect1(extended, 1, 0x80, (bits)-0x80);
	expect1(extended, 1, 2, 2);
	return 0;
}
