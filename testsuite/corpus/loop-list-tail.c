/* The last node of a list is not terminated. */
#include <stdio.h>
#include <stdlib.h>

struct node {
	int value;
	struct node *next;
};

static struct node *node(int value)
{
	struct node *n = malloc(sizeof(*n));

	n->value = value;
#ifndef BUG
	n->next = NULL;
#endif
	return n;
}

int main(int argc, char **argv)
{
	struct node *first = node(1), *second = node(2);

	first->next = second;
	if (first->next->value == 2 && second->next)	/* bug */
		puts("there is a third");
	free(second);
	free(first);
	return 0;
}
