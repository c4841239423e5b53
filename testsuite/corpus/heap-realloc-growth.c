/* A table grows, and its new half is assumed to be zero. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct table {
	unsigned int size;
	int *count;
};

static void grow(struct table *t)
{
	unsigned int size = t->size * 2;

	t->count = realloc(t->count, size * sizeof(int));
#ifndef BUG
	memset(t->count + t->size, 0, t->size * sizeof(int));
#endif
	t->size = size;
}

int main(int argc, char **argv)
{
	struct table t = { 8, calloc(8, sizeof(int)) };

	t.count[argc]++;
	grow(&t);
	t.count[argc + 10]++;
	if (t.count[argc + 10] > 1)	/* bug */
		puts("seen before");
	free(t.count);
	return 0;
}
