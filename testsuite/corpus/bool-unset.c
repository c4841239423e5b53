/* A bool in a structure is negated without ever having been stored. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

struct door {
	int number;
	bool open;
};

static void toggle(struct door *d)
{
	d->open = !d->open;
}

int main(int argc, char **argv)
{
	struct door *d = malloc(sizeof(*d));

	d->number = argc;
#ifndef BUG
	d->open = false;
#endif
	toggle(d);
	if (d->open)	/* bug */
		puts("open");
	free(d);
	return 0;
}
