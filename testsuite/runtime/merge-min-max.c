/* Comparisons that share an operand are merged into one of their MIN or MAX.
   One that is decided and false decides &&, whatever the other compares. */
/* { dg-kmsan-clean } */
#include <kmsan.h>
#include "use.h"

struct numbers {
	int a, b, c, l;
};

noipa static int inside(int start, int limit, const int *endp)
{
	int end;

	if (endp)
		end = *endp;
	return start < limit && end < limit;
}

noipa static int both_below(const struct numbers *n)
{
	return n->a < n->l && n->c < n->l;
}

noipa static int all_below(const struct numbers *n)
{
	return n->a < n->l && n->b < n->l && n->c < n->l;
}

noipa static int any_above(const struct numbers *n)
{
	return n->a > n->l || n->c > n->l;
}

noipa static int below_any(const struct numbers *n)
{
	return n->a < n->l || n->a < n->c;
}

noipa static int zero_or_negative(const struct numbers *n)
{
	if (n->a <= 0 || n->b <= 0 || n->c <= 0)
		return 1;
	return 2;
}

int main(void)
{
	struct numbers n = {20, 0, 0, 10};

	use(inside(20, 10, 0));
	kmsan_poison_memory(&n.c, sizeof(n.c));
	use(both_below(&n));
	use(all_below(&n));
	use(any_above(&n));
	n.a = 5;
	use(below_any(&n));
	n.a = -1;
	use(zero_or_negative(&n) == 1);
	n.a = 1;
	use(zero_or_negative(&n) == 1);
	return 0;
}
