/* The difference of two pointers to objects of 8 bytes is an exact quotient:
   the poison moves down with it. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP2(distance, long, long *, long *, a - b)

int main(void)
{
	static long array[4];

	expect2(distance, array, 0, array, 0, 0);
	expect2(distance, array, 0x38, array, 0, 0x07);
	expect2(distance, array, (bits)1 << 63, array, 0, ALL << 60);
	return 0;
}
