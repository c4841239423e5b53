/* The imaginary part of a sample was never read. */
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
	_Complex double *z = malloc(sizeof(*z));
	_Complex double w;

	__real__ *z = argc;
#ifndef BUG
	__imag__ *z = 2;
#endif
	w = *z + 1;
	if (__real__ w > 100)
		puts("far right");
	if (__imag__ w > 1)	/* bug */
		puts("above");
	free(z);
	return 0;
}
