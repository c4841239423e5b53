/* An insertion moves the rest up and forgets to fill the gap. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct vector {
	int n;
	int *items;
};

static void insert(struct vector *v, int at, int item)
{
	memmove(v->items + at + 1, v->items + at, (v->n - at) * sizeof(int));
	v->n++;
#ifndef BUG
	v->items[at] = item;
#endif
}

int main(int argc, char **argv)
{
	struct vector v = { 0, malloc(8 * sizeof(int)) };

	for (int i = 0; i < 4; i++)
		insert(&v, v.n, argc), v.items[v.n - 1] = i;
	/* There is room after the last one, so what is moved is unset. */
	insert(&v, 4, 9);
	if (v.items[4] == 9)	/* bug */
		puts("nine");
	free(v.items);
	return 0;
}
