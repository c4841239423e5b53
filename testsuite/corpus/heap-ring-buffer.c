/* A reader overtakes the writer of a ring buffer. */
#include <stdio.h>
#include <stdlib.h>

#define SIZE 8

struct ring {
	unsigned int head, tail;
	int slot[SIZE];
};

static void put(struct ring *r, int value)
{
	r->slot[r->head++ % SIZE] = value;
}

static int get(struct ring *r)
{
	return r->slot[r->tail++ % SIZE];
}

int main(int argc, char **argv)
{
	struct ring *r = malloc(sizeof(*r));
	int sum = 0;

	r->head = r->tail = 0;
	for (int i = 0; i < 5; i++)
		put(r, i * argc);
#ifdef BUG
	for (int i = 0; i < 6; i++)
#else
	while (r->tail != r->head)
#endif
		sum += get(r);
	if (sum > 9)	/* bug */
		puts("more than nine");
	free(r);
	return 0;
}
