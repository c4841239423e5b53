/* Calls before va_start do not disturb the incoming shadow, and a second
   va_start sees it again. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes lazy } */
#include "varargs.h"

TAKE(other, int)

noipa static void take(int *to, int n, ...)
{
	va_list list;
	int x;

	other(&x, 1, 2, 3);
	va_start(list, n);
	to[0] = va_arg(list, int);
	va_end(list);
	other(&x, 1, 2, 3);
	va_start(list, n);
	to[1] = va_arg(list, int);
	va_end(list);
}

int main(void)
{
	int x = 1, to[2];

	poison_bits(x, 0x0f);
	take(to, 1, x);
	expect_shadow(to[0], 0x0f);
	expect_shadow(to[1], 0x0f);
	return 0;
}
