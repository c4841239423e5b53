/* A hint that memory will be needed is no use of its address. */
/* { dg-kmsan-report {uninit-value in follow} {created at:\n malloc} } */
#include <immintrin.h>
#include <stdlib.h>
#include "use.h"

struct node {
	struct node *next, *later;
};

noipa static void hint(struct node *node)
{
	__builtin_prefetch(node->next);
	_mm_prefetch((const char *)node->next, _MM_HINT_T0);
}

noipa static void follow(struct node *node)
{
	use(node->next == node->later);
}

int main(void)
{
	struct node *node = malloc(sizeof(*node));

	hint(node);
	follow(node);
	free(node);
	return 0;
}
