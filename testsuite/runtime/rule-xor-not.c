/* XOR and NOT keep poison in the bits that it is in. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP2(xor, unsigned, unsigned, unsigned, a ^ b)
OP1(not, unsigned, unsigned, ~a)

int main(void)
{
	expect2(xor, 0xff, 0x00, 0x3c, 0x00, 0x00);
	expect2(xor, 0xff, 0x0f, 0x00, 0x3c, 0x3f);
	expect2(xor, 0xff, 0xff, 0xff, 0xff, 0xff);
	expect1(not, 0, 0x00, 0x00);
	expect1(not, 0, 0x3c, 0x3c);
	return 0;
}
