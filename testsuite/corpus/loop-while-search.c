/* A search for a sentinel that was never stored runs over unset elements. */
#include <stdio.h>
#include <stdlib.h>

static int length(const int *p)
{
	int n = 0;

	while (n < 8 && p[n] != -1)	/* bug */
		n++;
	return n;
}

int main(int argc, char **argv)
{
	int *p = malloc(8 * sizeof(*p));

	p[0] = argc;
	p[1] = 2;
	p[2] = 3;
#ifndef BUG
	p[3] = -1;
#endif
	if (length(p) > 2)	/* bug */
		puts("yes");
	free(p);
	return 0;
}
