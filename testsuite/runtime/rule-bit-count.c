/* Counting bits depends on each of them, or on those up to the first 1; the count
   has as many bits as are needed for the largest there can be. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP1(population, int, unsigned, __builtin_popcount(a))
OP1(population_long, int, unsigned long, __builtin_popcountl(a))
OP1(parity, int, unsigned, __builtin_parity(a))
OP1(leading, int, unsigned, __builtin_clz(a))
OP1(trailing, int, unsigned long, __builtin_ctzl(a))
OP1(first_set, int, int, __builtin_ffs(a))
OP1(redundant_signs, int, int, __builtin_clrsb(a))

int main(void)
{
	expect1(population, 1, 0, 0);
	expect1(population, 1, 0x10, 0x3f);
	expect1(population_long, 1, (bits)1 << 63, 0x7f);
	expect1(parity, 1, 0, 0);
	expect1(parity, 1, 0x10, 0x01);
	expect1(leading, 1, 0, 0);
	expect1(leading, 1, 0x10, 0x3f);
	expect1(leading, 0x80000001, 0x7ffffffe, 0);
	expect1(leading, 0x00010000, 0x0000ffff, 0);
	expect1(leading, 0x00010000, 0x00010000, 0x3f);
	expect1(leading, 0x00010000, 0x80000000, 0x3f);
	expect1(trailing, 1, 0, 0);
	expect1(trailing, 1, 0x10, 0);
	expect1(trailing, 1, (bits)0xfffffffffffffffe, 0);
	expect1(trailing, 0x10, 0x10, 0x7f);
	expect1(trailing, 0x10, 0x08, 0x7f);
	expect1(trailing, 0x10, 0x20, 0);
	expect1(trailing, (bits)1 << 63, 1, 0x7f);
	expect1(first_set, 1, 0, 0);
	expect1(first_set, 1, 0x10, 0);
	expect1(first_set, 0, 0x10, 0x3f);
	expect1(first_set, 0x10, 1, 0x3f);
	expect1(first_set, 0x11, 0xfffffff0, 0);
	expect1(redundant_signs, 1, 0, 0);
	expect1(redundant_signs, 1, 0x10, 0x3f);
	return 0;
}
