/* The inner structure is filled in by a function that is not always called. */
#include <stdio.h>
#include <stdlib.h>

struct window {
	struct point {
		int x, y;
	} corner[2];
	int style;
};

static void place(struct point *p, int x, int y)
{
	p->x = x;
	p->y = y;
}

int main(int argc, char **argv)
{
	struct window *w = malloc(sizeof(*w));

	w->style = argc;
	place(&w->corner[0], 10, 20);
#ifdef BUG
	if (w->style > 1)
#endif
		place(&w->corner[1], 110, 220);
	if (w->corner[1].x - w->corner[0].x > 50)	/* bug */
		puts("wide");
	free(w);
	return 0;
}
