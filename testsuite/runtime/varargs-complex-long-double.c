/* A variadic _Complex long double is memory: not checked, and not lost. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes eager lazy } */
/* { dg-kmsan-levels -O0 -O2 } */
#include "varargs.h"

TAKE(take, _Complex long double)

int main(void)
{
	static _Complex long double from, to;
	char *bytes = (char *)&from;

	poison_bits(bytes[17], 0x5a);
	take(&to, 1, 2, from);
	expect_shadow(((char *)&to)[17], 0x5a);
	expect_shadow(((char *)&to)[1], 0);
	return 0;
}
