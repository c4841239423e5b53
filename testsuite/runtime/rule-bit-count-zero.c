/* Counts of bits with a result for 0: up to the first 1, if one is defined, else as
   many bits as the count or that result needs. */
/* { dg-kmsan-gcc 14 } */
/* { dg-options "-g -mlzcnt -mbmi" } */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP1(leading, int, unsigned, __builtin_clzg(a, 32))
OP1(trailing, int, unsigned long, __builtin_ctzg(a, 64))

int main(void)
{
	expect1(leading, 1, 0, 0);
	expect1(leading, 1, 0x10, 0x3f);
	expect1(leading, 0x80000001, 0x7ffffffe, 0);
	expect1(leading, 0x00010000, 0x0000ffff, 0);
	expect1(leading, 0x00010000, 0x80000000, 0x3f);
	expect1(trailing, 1, 0x10, 0);
	expect1(trailing, 0x10, 0x20, 0);
	expect1(trailing, 0x10, 0x08, 0x7f);
	return 0;
}
