/* A structure with one unset member is passed by value. */
#include <stdio.h>
#include <stdlib.h>

struct span {
	int from, to;
};

__attribute__((noinline)) static int is_empty(struct span s)
{
	if (s.from >= s.to)	/* bug */
		return 1;
	return 0;
}

int main(int argc, char **argv)
{
	struct span *s = malloc(sizeof(*s));

	s->from = argc;
#ifndef BUG
	s->to = 5;
#endif
	if (is_empty(*s))	/* bug */
		puts("empty");
	free(s);
	return 0;
}
