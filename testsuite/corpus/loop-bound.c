/* A loop runs up to a number of elements that was never stored. */
#include <stdio.h>
#include <stdlib.h>

struct list {
	unsigned int count;
	int items[4];
};

int main(int argc, char **argv)
{
	struct list *l = malloc(sizeof(*l));
	int sum = 0;

	for (int i = 0; i < 4; i++)
		l->items[i] = i;
#ifndef BUG
	l->count = 4;
#endif
	for (unsigned int i = 0; i < 4; i++) {
		if (i >= l->count)	/* bug */
			break;
		sum += l->items[i];
	}
	printf("%d\n", sum >= 0);
	free(l);
	return 0;
}
