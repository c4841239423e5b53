/* An arithmetic right shift copies a poisoned sign bit. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP2(right, int, int, int, a >> b)
OP1(sign, int, int, a >> 31)

int main(void)
{
	expect2(right, -1, 0x80000000, 4, 0, 0xf8000000);
	expect2(right, -1, 0x00000100, 4, 0, 0x00000010);
	expect1(sign, -1, 0x80000000, 0xffffffff);
	expect1(sign, -1, 0x7fffffff, 0x00000000);
	return 0;
}
