/* A division uses its divisor: an uninitialised one may be 0.  The dividend is
   not used, but passed on. */
/* { dg-kmsan-report {uninit-value in by_poisoned} } */
/* { dg-kmsan-report {uninit-value in modulo_poisoned} } */
#include "shadow.h"

noipa static int of_poisoned(int *a, int *b)
{
	return *a / *b + *a % *b;
}

noipa static int by_poisoned(int *a, int *b)
{
	return *a / *b;
}

noipa static int modulo_poisoned(int *a, int *b)
{
	return *a % *b;
}

int main(void)
{
	int a = 100, b = 7;

	poison_bits(a, 0xff);
	of_poisoned(&a, &b);
	poison_bits(b, 0x01);
	by_poisoned(&a, &b);
	modulo_poisoned(&a, &b);
	return 0;
}
