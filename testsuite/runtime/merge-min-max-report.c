/* Where the comparison of defined values does not decide, the other one
   does. */
/* { dg-kmsan-report {uninit-value in both_below} {created at} } */
/* { dg-kmsan-report {uninit-value in any_above} {created at} } */
#include <kmsan.h>
#include "use.h"

struct numbers {
	int a, c, l;
};

noipa static void both_below(const struct numbers *n)
{
	if (n->a < n->l && n->c < n->l)
		__asm__ volatile("# both");
}

noipa static void any_above(const struct numbers *n)
{
	if (n->a > n->l || n->c > n->l)
		__asm__ volatile("# any");
}

int main(void)
{
	struct numbers n = {5, 0, 10};

	kmsan_poison_memory(&n.c, sizeof(n.c));
	both_below(&n);
	kmsan_poison_memory(&n.c, sizeof(n.c));
	any_above(&n);
	return 0;
}
