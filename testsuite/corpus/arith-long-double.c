/* A long double is assembled from its mantissa alone. */
#include <stdio.h>
#include <string.h>

static void assemble(long double *to, unsigned long mantissa, short exponent)
{
	memcpy(to, &mantissa, 8);
#ifndef BUG
	memcpy((char *)to + 8, &exponent, 2);
#endif
}

int main(int argc, char **argv)
{
	long double value;

	assemble(&value, 0x8000000000000000ul, 0x3fff + argc);
	if (value > 1.0L)	/* bug */
		puts("above one");
	return 0;
}
