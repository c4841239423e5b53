/* A quotient or remainder has the poison of the dividend.  For an unsigned one
   by a power of two that is exact: a shift, a mask. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP2(quotient, int, int, int, a / b)
OP2(remainder_of, long, long, long, a % b)
OP1(by_16, unsigned, unsigned, a / 16)
OP1(modulo_16, unsigned, unsigned, a % 16)

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
	return 0;
}
