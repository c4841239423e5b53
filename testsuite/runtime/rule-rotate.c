/* A rotation moves the poison around the end. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP2(left, unsigned, unsigned, unsigned, a << (b & 31) | a >> (-b & 31))
OP2(right, unsigned, unsigned, unsigned, a >> (b & 31) | a << (-b & 31))
OP1(left_8, unsigned, unsigned, a << 8 | a >> 24)
OP1(left_short, unsigned short, unsigned short,
    (unsigned short)(a << 4 | a >> 12))

int main(void)
{
	expect2(left, 0, 0xf000000f, 4, 0, 0x000000ff);
	expect2(right, 0, 0xf000000f, 4, 0, 0xff000000);
	expect1(left_8, 0, 0x12345678, 0x34567812);
	expect1(left_short, 0, 0x1234, 0x2341);
	return 0;
}
