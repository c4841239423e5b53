/* One of several one-bit flags has never been set. */
#include <stdio.h>
#include <stdlib.h>

struct inode {
	unsigned int dirty : 1;
	unsigned int locked : 1;
	unsigned int mapped : 1;
};

int main(int argc, char **argv)
{
	struct inode *i = malloc(sizeof(*i));

	i->dirty = argc > 1;
	i->mapped = argc > 2;
#ifndef BUG
	i->locked = 0;
#endif
	if (i->dirty || i->mapped)
		puts("dirty or mapped");
	if (i->locked)	/* bug */
		puts("locked");
	free(i);
	return 0;
}
