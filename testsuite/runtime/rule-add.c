/* Arithmetic keeps poison in the bits that it is in: carries are not followed,
   and Clang does not follow them either. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP2(add, unsigned, unsigned, unsigned, a + b)
OP2(subtract, long, long, long, a - b)
OP1(negate, int, int, -a)
OP2(add_signed, int, int, int, a + b)

int main(void)
{
	expect2(add, 1, 0x00, 2, 0x00, 0x00);
	expect2(add, 1, 0x0f, 2, 0x00, 0x0f);
	expect2(add, 1, 0x0f, 2, 0xf0, 0xff);
	expect2(subtract, 1, 0, 2, (bits)1 << 63, (bits)1 << 63);
	expect2(subtract, 1, 0x30, 2, 0x03, 0x33);
	expect1(negate, 5, 0x10, 0x10);
	expect2(add_signed, 1, 0x00, 2, 0x3c, 0x3c);
	return 0;
}
