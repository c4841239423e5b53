/* Equality is decided as soon as two initialised bits differ. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP2(equal, _Bool, unsigned, unsigned, a == b)
OP2(differ, int, long, long, a != b)
OP1(is_zero, _Bool, unsigned, a == 0)
OP1(negated, int, unsigned, !a)

int main(void)
{
	expect2(equal, 5, 0, 5, 0, 0);
	expect2(equal, 5, 0x01, 4, 0, 1);
	expect2(equal, 5, 0x02, 5, 0, 1);
	expect2(equal, 0x10, 0x01, 0x20, 0x02, 0);
	expect2(equal, 0x10, 0xff, 0x20, 0x00, 1);
	expect2(differ, 1L << 40, 0xff, 0, 0, 0);
	expect2(differ, 0, 0xff, 0, 0, 1);
	/* A known 1 somewhere: it is not zero, whatever the rest is. */
	expect1(is_zero, 0x100, 0xff, 0);
	expect1(is_zero, 0x000, 0xff, 1);
	expect1(negated, 0x100, 0xff, 0);
	expect1(negated, 0x000, 0xff, 1);
	return 0;
}
