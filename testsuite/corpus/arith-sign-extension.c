/* An unset signed byte is widened, and its sign is tested. */
#include <stdio.h>
#include <stdlib.h>

struct pixel {
	signed char dx, dy;
};

static int vertical(const struct pixel *p)
{
	return p->dy;
}

int main(int argc, char **argv)
{
	struct pixel *p = malloc(sizeof(*p));

	p->dx = -argc;
#ifndef BUG
	p->dy = -argc;
#endif
	if (vertical(p) < 0)	/* bug */
		puts("up");
	free(p);
	return 0;
}
