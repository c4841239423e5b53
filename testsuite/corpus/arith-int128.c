/* The high half of a product is put together from parts, one of them unset. */
#include <stdio.h>
#include <stdlib.h>

struct wide {
	unsigned long low, high;
};

static int above(const struct wide *w, unsigned __int128 limit)
{
	unsigned __int128 value = (unsigned __int128)w->high << 64 | w->low;

	return value > limit;
}

int main(int argc, char **argv)
{
	struct wide *w = malloc(sizeof(*w));

	w->low = argc;
#ifndef BUG
	w->high = 0;
#endif
	if (above(w, (unsigned __int128)5 << 64))	/* bug */
		puts("above");
	free(w);
	return 0;
}
