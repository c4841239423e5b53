/* Two structures in a union have a common start; one of them is longer. */
#include <stdio.h>
#include <stdlib.h>

union event {
	struct {
		int type, x;
	} move;
	struct {
		int type, x, y;
	} click;
};

static int below(const union event *e, int y)
{
	return e->click.y > y;
}

int main(int argc, char **argv)
{
	union event *e = malloc(sizeof(*e));

	e->move.type = 1;
	e->move.x = argc;
#ifndef BUG
	e->click.y = 7;
#endif
	if (below(e, 5))	/* bug */
		puts("below");
	free(e);
	return 0;
}
