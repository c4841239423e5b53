/* A leaf of a tree has a right child that was never set. */
#include <stdio.h>
#include <stdlib.h>

struct tree {
	int value;
	struct tree *left, *right;
};

static struct tree *leaf(int value)
{
	struct tree *t = malloc(sizeof(*t));

	t->value = value;
	t->left = NULL;
#ifndef BUG
	t->right = NULL;
#endif
	return t;
}

/* A block that was used before, and is zero. */
static void warm_up(void)
{
	struct tree *t = calloc(1, sizeof(*t));

	t->value = 1;
	free(t);
}

static int depth(const struct tree *t)
{
	int left, right;

	if (!t)	/* bug */
		return 0;
	left = depth(t->left);
	right = depth(t->right);	/* bug */
	return 1 + (left > right ? left : right);
}

int main(int argc, char **argv)
{
	struct tree *root;

	warm_up();
	root = leaf(argc);
	printf("%d\n", depth(root) > 1);
	free(root);
	return 0;
}
