/* Where the order of two numbers is known, the minimum has the poison of the
   smaller one, or of either if they may be equal.  Where it is not, all bits in
   which they differ are poisoned. */
/* { dg-kmsan-clean } */
/* { dg-options "-fgimple -g" } */
#include "shadow.h"

void __GIMPLE minimum_op(unsigned *r, unsigned *pa, unsigned *pb)
{
	unsigned a;
	unsigned b;
	unsigned least;
	a = *pa;
	b = *pb;
	least = __MIN(a, b);
	*r = least;
}

void __GIMPLE maximum_op(int *r, int *pa, int *pb)
{
	int a;
	int b;
	int most;
	a = *pa;
	b = *pb;
	most = __MAX(a, b);
	*r = most;
}

CHECK2(minimum, unsigned, unsigned, unsigned)
CHECK2(maximum, int, int, int)

int main(void)
{
	expect2(minimum, 3, 0, 5, 0, 0);
	expect2(minimum, 0x10, 0x0f, 0x80, 0x0f, 0x0f);
	expect2(minimum, 0x00, 0xff, 0x00, 0x00, 0x00);
	expect2(minimum, 0x00, 0x00, 0x00, 0xff, 0x00);
	expect2(minimum, 0x00, 0x00, 0x00, ALL, 0x00);
	expect2(minimum, 0x04, 0x00, 0x04, 0x03, 0x00);
	expect2(minimum, 0x04, 0x03, 0x07, 0x00, 0x03);
	expect2(minimum, 0x00, 0x80, 0x05, 0x00, 0x85);
	expect2(maximum, 0x10, 0x0f, 0x80, 0x00, 0x00);
	expect2(maximum, 0x10, 0x0f, -1, 0x00, 0x0f);
	expect2(maximum, 5, 0x80000000, -1, 0, 0xfffffffa);
	expect2(maximum, 0x7fffffff, 0, 0, ALL, 0);
	expect2(maximum, 4, 3, 7, 0, 0);
	expect2(maximum, 7, 0, 4, 3, 0);
	expect2(maximum, 4, 0, 4, 3, 3);
	return 0;
}
