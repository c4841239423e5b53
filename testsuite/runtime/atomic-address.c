/* An atomic operation uses its address. */
/* { dg-kmsan-report {uninit-value in add} } */
#include "shadow.h"

static int x;

noipa static void add(int **p)
{
	__atomic_fetch_add(*p, 1, __ATOMIC_SEQ_CST);
}

int main(void)
{
	int *p = &x;

	add(&p);
	poison_bits(p, 4);
	add(&p);
	return 0;
}
