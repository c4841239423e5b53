/* A struct assignment does not touch a flexible array after it. */
/* { dg-kmsan-clean } */
#include <stdlib.h>
#include "shadow.h"

struct s {
	int n;
	int a[];
};

noipa static void assign(struct s *to, struct s *from)
{
	*to = *from;
}

int main(void)
{
	struct s *p = malloc(64), *q = calloc(1, 64);

	assign(p, q);
	expect_shadow(p->n, 0);
	expect_shadow(p->a[0], ALL);
	free(p);
	free(q);
	return 0;
}
