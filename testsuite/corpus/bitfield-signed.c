/* A signed bit-field that never got an initial value is incremented. */
#include <stdio.h>
#include <stdlib.h>

struct counter {
	int level : 6;
	int limit : 10;
};

static void up(struct counter *c)
{
	c->level++;
}

int main(int argc, char **argv)
{
	struct counter *c = malloc(sizeof(*c));

	c->limit = argc * 3;
#ifndef BUG
	c->level = 0;
#endif
	up(c);
	if (c->level > c->limit)	/* bug */
		puts("full");
	free(c);
	return 0;
}
