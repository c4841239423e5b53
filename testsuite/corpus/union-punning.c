/* The sign of a double is read where a float was stored. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

union number {
	float f;
	double d;
	uint64_t bits;
};

int main(int argc, char **argv)
{
	union number *n = malloc(sizeof(*n));

#ifdef BUG
	n->f = argc;
#else
	n->d = argc;
#endif
	if (n->bits >> 63)	/* bug */
		puts("negative");
	free(n);
	return 0;
}
