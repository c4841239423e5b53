/* A percentage is computed from a count that was never set. */
#include <stdio.h>
#include <stdlib.h>

struct stats {
	int hits, misses;
};

static float ratio(const struct stats *s)
{
	return (float)s->hits / ((float)s->hits + (float)s->misses + 1.0f);
}

int main(int argc, char **argv)
{
	struct stats *s = malloc(sizeof(*s));

	s->hits = argc;
#ifndef BUG
	s->misses = 3;
#endif
	if ((int)(ratio(s) * 100) == 20)	/* bug */
		puts("a fifth");
	free(s);
	return 0;
}
