/* If a statement uses two uninitialised values, both are reported, unless they
   are one and the same. */
/* { dg-kmsan-modes eager } */
/* { dg-kmsan-report {uninit-value in two} {Local variable x created at:\n main} } */
/* { dg-kmsan-report {uninit-value in two} {Local variable y created at:\n main} } */
/* { dg-kmsan-report {uninit-value in same} {Local variable x created at:\n main} } */
#include "use.h"

noipa static void sink(int a, int b)
{
	touch(&a);
	touch(&b);
}

noipa static void two(int *a, int *b)
{
	sink(*a, *b);
}

noipa static void same(int *a)
{
	int value = *a;

	sink(value, value);
}

int main(void)
{
	int x, y;

	touch(&x);
	touch(&y);
	two(&x, &y);
	same(&x);
	return 0;
}
