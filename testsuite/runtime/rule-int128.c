/* A __int128 is a number like any other, with 128 bits of shadow. */
/* { dg-kmsan-clean } */
#include "shadow.h"

#define HIGH(s) ((bits)(s) << 64)

OP2(and, bits, bits, bits, a & b)
OP2(sum, bits, bits, bits, a + b)
OP2(equal, _Bool, bits, bits, a == b)
OP2(less, _Bool, __int128, __int128, a < b)
OP2(right, bits, bits, int, a >> b)

int main(void)
{
	expect2(and, ALL, HIGH(0xff), HIGH(0x0f), 0, HIGH(0x0f));
	expect2(sum, 1, HIGH(1), 2, 3, HIGH(1) | 3);
	expect2(equal, HIGH(1), 0xff, 0, 0, 0);
	expect2(equal, 0, 0xff, 0, 0, 1);
	expect2(less, -(__int128)1, ALL >> 1, 0, 0, 0);
	expect2(less, 0, HIGH(1), 1, 0, 1);
	expect2(right, 0, HIGH(0xff), 64, 0, 0xff);
	return 0;
}
