/* A double that was left out of a configuration is compared. */
#include <stdio.h>
#include <stdlib.h>

struct config {
	double gain, threshold;
};

int main(int argc, char **argv)
{
	struct config *c = malloc(sizeof(*c));

	c->gain = argc * 1.5;
#ifndef BUG
	c->threshold = 4.0;
#endif
	if (c->gain < c->threshold)	/* bug */
		puts("below");
	free(c);
	return 0;
}
