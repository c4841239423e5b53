/* A union of an integer and a __float128 takes one register of each kind. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes lazy } */
/* { dg-kmsan-levels -O0 -O2 } */
#include "varargs.h"

union number {
	__float128 wide;
	unsigned int i;
};

TAKE(take, union number)

noipa static void take_behind(double *to, int skip, ...)
{
	va_list list;

	va_start(list, skip);
	(void)va_arg(list, union number);
	*to = va_arg(list, double);
	va_end(list);
}

int main(void)
{
	static union number from, to;
	char *bytes = (char *)&from;
	double d = 1, got;

	poison_bits(bytes[9], 0x5a);
	take(&to, 1, 2, from);
	expect_shadow(((char *)&to)[9], 0x5a);
	expect_shadow(((char *)&to)[1], 0);
	poison_bits(d, 4);
	take_behind(&got, 0, from, d);
	expect_shadow(got, 4);
	return 0;
}
