/* Sums and products of floats are poisoned where an operand is. */
/* { dg-kmsan-report {uninit-value in sum_is_poisoned} } */
/* { dg-kmsan-report {uninit-value in quotient_is_poisoned} } */
#include "shadow.h"

noipa static void sum_is_poisoned(double *a, double *b)
{
	if (*a + *b > 3.0)
		__asm__ volatile("");
}

noipa static void product_is_clean(double *a, double *b)
{
	if (*a * *b > 3.0)
		__asm__ volatile("");
}

noipa static void quotient_is_poisoned(double *a, double *b)
{
	if (*a / *b > 3.0)
		__asm__ volatile("");
}

int main(void)
{
	double a = 1.0, b = 2.0, c = 3.0;

	poison_bits(a, 1);
	sum_is_poisoned(&a, &b);
	sum_is_poisoned(&c, &b);
	product_is_clean(&b, &c);
	poison_bits(b, 1);
	b = 2.0;
	quotient_is_poisoned(&a, &b);
	return 0;
}
