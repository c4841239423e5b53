/* Doubles go in their own registers, the ninth on the stack. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes lazy } */
#include <stdarg.h>
#include "shadow.h"

noipa static void take(double *to, int n, ...)
{
	va_list list;

	va_start(list, n);
	for (int i = 0; i < n; i++) {
		to[i] = va_arg(list, double);
		use(va_arg(list, int) == 77);
	}
	va_end(list);
}

int main(void)
{
	double d[12], to[12];

	for (int i = 0; i < 12; i++) {
		d[i] = i;
		poison_bits(d[i], (bits)1 << i);
	}
	take(to, 12, d[0], 0, d[1], 1, d[2], 2, d[3], 3, d[4], 4, d[5], 5, d[6],
	     6, d[7], 7, d[8], 8, d[9], 9, d[10], 10, d[11], 11);
	for (int i = 0; i < 12; i++)
		expect_shadow(to[i], (bits)1 << i);
	return 0;
}
