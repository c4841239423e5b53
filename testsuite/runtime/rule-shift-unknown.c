/* A shift by an uninitialised amount leaves nothing initialised, unless there
   are only zeros to be moved. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP2(left, unsigned, unsigned, unsigned, a << b)
OP2(right, unsigned, unsigned, unsigned, a >> b)
OP2(right_signed, long, long, int, a >> b)
OP2(rotate, unsigned, unsigned, unsigned, a << b | a >> (-b & 31))

int main(void)
{
	expect2(left, 1, 0, 3, 0x01, 0xffffffff);
	expect2(right, 1, 0, 3, 0x10, 0xffffffff);
	expect2(right_signed, -1, 0, 3, 0x80000000, ALL_OF(long));
	/* Only its low bits are clean here, but they do not decide alone. */
	expect2(left, 1, 0x100, 3, 0x02, 0xffffffff);
	expect2(left, 0, 0, 3, 0x01, 0);
	expect2(left, 0, 0x100, 3, 0x01, 0xffffffff);
	expect2(right, 0, 0, 3, 0x10, 0);
	expect2(right_signed, 0, 0, 3, 0x01, 0);
	expect2(right_signed, 0, 0x01, 3, 0x01, ALL_OF(long));
	expect2(rotate, 0, 0, 3, 0x01, 0);
	expect2(rotate, 1, 0, 3, 0x01, 0xffffffff);
	return 0;
}
