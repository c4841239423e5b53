/* A wrapper passes on a pointer to what only its caller could set. */
#include <stdio.h>
#include <stdlib.h>

struct state {
	int mode, level;
};

__attribute__((noinline)) static int level(const struct state *s)
{
	return s->level;
}

__attribute__((noinline)) static int wrapped(const struct state *s)
{
	return level(s);
}

int main(int argc, char **argv)
{
	struct state *s = malloc(sizeof(*s));

	s->mode = argc;
#ifndef BUG
	s->level = 3;
#endif
	switch (wrapped(s)) {	/* bug */
	case 1:
		puts("one");
		break;
	case 2:
		puts("two");
		break;
	case 3:
		puts("three");
		break;
	case 4:
		puts("four");
		break;
	}
	free(s);
	return 0;
}
