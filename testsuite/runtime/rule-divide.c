/* A quotient or remainder has the poison of the dividend.  For unsigned
   division by a power of two that is exact: a shift, a mask.  For other
   constants, poison starts at the highest bit in which the bounds differ. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP2(quotient, int, int, int, a / b)
OP2(remainder_of, long, long, long, a % b)
OP1(by_16, unsigned, unsigned, a / 16)
OP1(modulo_16, unsigned, unsigned, a % 16)
OP1(by_10, unsigned, unsigned, a / 10)
OP1(modulo_10, unsigned, unsigned, a % 10)
OP1(modulo_12, unsigned, unsigned, a % 12)
OP1(signed_by_3, int, int, a / 3)
OP1(signed_modulo_7, int, int, a % 7)

int main(void)
{
	expect2(quotient, 100, 0, 7, 0, 0);
	expect2(quotient, 100, 0xff, 7, 0, 0xff);
	expect2(remainder_of, 100, 0, 7, 0, 0);
	expect2(remainder_of, 100, 0xff, 7, 0, 0xff);
	expect1(by_16, 0x100, 0xff, 0x0f);
	expect1(by_16, 0x100, 0x0f, 0x00);
	expect1(modulo_16, 0x100, 0xff, 0x0f);
	expect1(modulo_16, 0x100, 0xf0, 0x00);
	expect1(by_10, 0x100, 0x01, 0x00);
	expect1(by_10, 0, 0xff, 0x1f);
	expect1(by_10, 0, ALL, 0x1fffffff);
	expect1(modulo_10, 0, ALL, 0x0f);
	expect1(modulo_10, 104, 1, 1);
	expect1(modulo_10, 104, 3, 3);
	expect1(modulo_10, 108, 2, 0x0e);
	expect1(modulo_12, 0x100, 0xf0, 0x0c);
	expect1(signed_by_3, -1, 1, 0);
	expect1(signed_by_3, -1, 0x80000000, 0x3fffffff);
	expect1(signed_modulo_7, 8, ~1, ALL);
	expect1(signed_modulo_7, 8, 0x700, 7);
	return 0;
}
