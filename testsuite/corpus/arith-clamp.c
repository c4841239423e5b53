/* A value is clamped to bounds, but the upper one is unset. */
#include <stdio.h>
#include <stdlib.h>

struct range {
	int low, high;
};

static int clamp(int value, const struct range *r)
{
	value = value > r->low ? value : r->low;
	return value < r->high ? value : r->high;	/* bug */
}

int main(int argc, char **argv)
{
	struct range *r = malloc(sizeof(*r));

	r->low = argc;
#ifndef BUG
	r->high = 255;
#endif
	if (clamp(70, r) == 70)	/* bug */
		puts("inside");
	free(r);
	return 0;
}
