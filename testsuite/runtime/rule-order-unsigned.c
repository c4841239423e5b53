/* An ordered comparison is decided if no value of the uninitialised bits
   changes its outcome. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP2(less, _Bool, unsigned, unsigned, a < b)
OP2(less_equal, _Bool, unsigned, unsigned, a <= b)
OP2(greater, _Bool, unsigned long, unsigned long, a > b)
OP2(greater_equal, _Bool, unsigned char, unsigned char, a >= b)

int main(void)
{
	expect2(less, 3, 0, 4, 0, 0);
	expect2(less, 0x00, 0x0f, 0x10, 0x00, 0);
	expect2(less, 0x00, 0x1f, 0x10, 0x00, 1);
	expect2(less, 0x10, 0x00, 0x0f, 0x0f, 0);
	expect2(less, 0x80000000, 0x7fffffff, 0x7fffffff, 0, 0);
	expect2(less, 0, 0xffffffff, 0, 0, 0);
	expect2(less_equal, 0, 0, 0, 0xffffffff, 0);
	expect2(less_equal, 0x10, 0x00, 0x10, 0x0f, 0);
	expect2(less_equal, 0x11, 0x00, 0x10, 0x0f, 1);
	expect2(greater, 1UL << 63, 0xff, 1UL << 62, 0xff, 0);
	expect2(greater, 1UL << 62, (bits)1 << 63, 1UL << 62, 0, 1);
	expect2(greater_equal, 0xf0, 0x0f, 0xf0, 0x00, 0);
	expect2(greater_equal, 0xf0, 0x0f, 0xf1, 0x00, 1);
	return 0;
}
