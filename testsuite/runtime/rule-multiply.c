/* A product by a power of two is a shift; by anything else poison stays in its
   bits, as in a sum, but none gets below it. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP1(by_8, unsigned, unsigned, a * 8)
OP1(by_12, unsigned, unsigned, a * 12)
OP1(by_3, unsigned, unsigned, a * 3)
OP1(by_0, unsigned, unsigned, a * 0)
OP2(product, unsigned, unsigned, unsigned, a * b)

int main(void)
{
	expect1(by_8, 1, 0, 0);
	expect1(by_8, 1, 0x0f, 0x78);
	expect1(by_8, 1, 0xe0000000, 0);
	expect1(by_12, 1, 0x01, 0x04);
	expect1(by_3, 1, 0x10, 0x10);
	expect1(by_0, 1, ALL, 0);
	expect2(product, 3, 0, 5, 0, 0);
	expect2(product, 3, 0x0f, 5, 0xf0, 0xff);
	return 0;
}
