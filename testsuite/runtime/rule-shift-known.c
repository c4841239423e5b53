/* A shift by a known amount moves the poison; the bits shifted in are
   initialised. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP1(left_4, unsigned, unsigned, a << 4)
OP1(right_4, unsigned, unsigned, a >> 4)
OP2(left, unsigned, unsigned, unsigned, a << b)
OP2(right, unsigned, unsigned, unsigned, a >> b)
OP2(left_wide, unsigned long, unsigned long, int, a << b)
OP2(left_128, bits, bits, int, a << b)

int main(void)
{
	expect1(left_4, 0, 0xf000000f, 0xf0);
	expect1(right_4, 0, 0xf000000f, 0x0f000000);
	expect2(left, 1, 0x00, 3, 0x00, 0x00);
	expect2(left, 1, 0x11, 3, 0x00, 0x88);
	expect2(right, 1, 0x11, 3, 0x00, 0x02);
	expect2(left_wide, 0, 0xff, 40, 0, (bits)0xff << 40);
	expect2(left_128, 0, 0xff, 100, 0, (bits)0xff << 100);
	return 0;
}
