/* A value that is safe to speculate on is the value. */
/* { dg-do run } */
/* { dg-kmsan-report {uninit-value in main} {Uninit was stored to memory at:} {pick} {created at:} {malloc} } */
#include <stdlib.h>

struct pair {
	int set, unset;
	long to;
};

__attribute__((noipa)) static void pick(struct pair *p)
{
	p->to = __builtin_speculation_safe_value(p->unset);
	p->set = __builtin_speculation_safe_value(p->set, 0);
}

int main(void)
{
	struct pair *p = malloc(sizeof(*p));

	p->set = 1;
	pick(p);
	if (p->set != 1)
		return 1;
	if (p->to == 5)
		return 2;
	free(p);
	return 0;
}
