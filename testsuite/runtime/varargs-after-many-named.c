/* Named arguments take up registers and stack before the variadic ones. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes lazy } */
#include "varargs.h"

noipa static void take(int *to, double *fto, int a, int b, int c, int d, int e,
		       int f, double g, long double h, int last, ...)
{
	va_list list;

	va_start(list, last);
	for (int i = 0; i < 3; i++) {
		to[i] = va_arg(list, int);
		fto[i] = va_arg(list, double);
	}
	va_end(list);
	use(a + b + c + d + e + f + last == 1);
	use(g + (double)h == 1);
}

int main(void)
{
	int x[3] = { 1, 2, 3 }, to[3];
	double f[3] = { 1, 2, 3 }, fto[3];

	for (int i = 0; i < 3; i++) {
		poison_bits(x[i], (bits)1 << i);
		poison_bits(f[i], (bits)16 << i);
	}
	take(to, fto, 1, 2, 3, 4, 5, 6, 7.0, 8.0L, 9, x[0], f[0], x[1], f[1],
	     x[2], f[2]);
	for (int i = 0; i < 3; i++) {
		expect_shadow(to[i], (bits)1 << i);
		expect_shadow(fto[i], (bits)16 << i);
	}
	return 0;
}
