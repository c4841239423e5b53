/* A number that was never computed is printed. */
#include <stdio.h>
#include <stdlib.h>

struct disk {
	unsigned long used, free;
};

int main(int argc, char **argv)
{
	struct disk *d = malloc(sizeof(*d));

	d->used = argc;
#ifndef BUG
	d->free = 100;
#endif
	printf("%lu of %lu\n", d->used, d->used + d->free);	/* bug */
	free(d);
	return 0;
}
