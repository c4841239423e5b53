/* A _Complex long double is passed in memory.  Both its halves of ten bytes
   bring their shadow, also with eager checks.  It is returned in registers. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes eager lazy } */
#include "shadow.h"

noipa static void take(char c, _Complex long double a, long double *real,
		       long double *imaginary)
{
	touch(&c);
	*real = __real__ a;
	*imaginary = __imag__ a;
}

noipa static _Complex long double give(_Complex long double *from)
{
	return *from;
}

noipa static void pass(_Complex long double *from, long double *real,
		       long double *imaginary)
{
	take(1, *from, real, imaginary);
}

noipa static void pass_given(_Complex long double *from, long double *real,
			     long double *imaginary)
{
	_Complex long double a = give(from);

	*real = __real__ a;
	*imaginary = __imag__ a;
}

int main(void)
{
	_Complex long double a = 1.0L;
	long double *parts = (long double *)&a, real = 0, imaginary = 0;

	poison_bits(parts[0], (bits)0x0f << 72);
	poison_bits(parts[1], 0xf0);
	poison_bits(real, 0);
	poison_bits(imaginary, 0);
	pass(&a, &real, &imaginary);
	expect_shadow(real, (bits)0x0f << 72);
	expect_shadow(imaginary, 0xf0);
	pass_given(&a, &real, &imaginary);
	expect_shadow(real, (bits)0x0f << 72);
	expect_shadow(imaginary, 0xf0);
	return 0;
}
