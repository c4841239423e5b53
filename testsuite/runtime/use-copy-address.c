/* A copy of a struct uses both addresses, not what is copied. */
/* { dg-kmsan-report {uninit-value in from} } */
/* { dg-kmsan-report {uninit-value in to} } */
#include "shadow.h"

struct big {
	int a[100];
};

static struct big one, two;

noipa static void from(struct big **p)
{
	one = **p;
}

noipa static void to(struct big **p)
{
	**p = two;
}

noipa static void contents_only(struct big **p)
{
	one = **p;
	**p = two;
}

int main(void)
{
	struct big *p = &one;

	kmsan_poison_memory(&one, sizeof(one));
	contents_only(&p);
	poison_bits(p, 8);
	from(&p);
	to(&p);
	return 0;
}
