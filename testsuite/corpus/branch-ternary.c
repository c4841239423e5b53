/* One arm of a conditional expression has never been set. */
#include <stdio.h>
#include <stdlib.h>

struct limits {
	int soft, hard;
};

static int limit(const struct limits *l, int privileged)
{
	return privileged ? l->hard : l->soft;
}

int main(int argc, char **argv)
{
	struct limits *l = malloc(sizeof(*l));

	l->soft = 100;
#ifndef BUG
	l->hard = 200;
#endif
	if (limit(l, argc == 1) > 150)	/* bug */
		puts("much");
	free(l);
	return 0;
}
