/* Stacks that differ only in one return address are told apart, however often
   each has been saved, and wherever in the stack it is. */
/* { dg-kmsan-report {uninit-value in main} {Uninit was created at:\n malloc[^\n]*\n create[^\n]*\n deeper.*\n first[^\n]*\n main} } */
/* { dg-kmsan-report {uninit-value in main} {Uninit was created at:\n malloc[^\n]*\n create[^\n]*\n deeper.*\n second[^\n]*\n main} } */
#include <stdlib.h>
#include "use.h"

typedef int *allocate(int depth);

noipa static int *create(void)
{
	int *p = malloc(sizeof(*p));

	touch(p);
	return p;
}

noipa static int *deeper(int depth)
{
	int *p = depth ? deeper(depth - 1) : create();

	touch(p);
	return p;
}

noipa static int *first(int depth)
{
	int *p = deeper(depth);

	touch(p);
	return p;
}

noipa static int *second(int depth)
{
	int *p = deeper(depth);

	touch(p);
	return p;
}

int main(void)
{
	allocate *const functions[] = {first, second};
	int *p[2] = {};
	/* Keeps the compiler from unrolling the loop. */
	volatile int nr = 2;

	for (int i = 0; i < 100; i++)
		for (int f = 0; f < nr; f++) {
			free(p[f]);
			p[f] = functions[f](20);
		}
	use(*p[0]);
	use(*p[1]);
	return 0;
}
