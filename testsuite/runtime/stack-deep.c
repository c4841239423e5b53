/* A stack that is too deep to be saved whole starts at the right place, also
   where it has been saved from another depth. */
/* { dg-kmsan-report {uninit-value in main} {created at:\n malloc[^\n]*\n create[^\n]*\n(?: again[^\n]*\n){20,}} } */
/* { dg-kmsan-report {uninit-value in main} {created at:\n malloc[^\n]*\n create[^\n]*\n again[^\n]*\n again[^\n]*\n again[^\n]*\n main} } */
#include <stdlib.h>
#include "use.h"

noipa static int *create(void)
{
	int *p = malloc(sizeof(*p));

	touch(p);
	return p;
}

noipa static int *again(int depth)
{
	int *p = depth ? again(depth - 1) : create();

	touch(p);
	return p;
}

int main(void)
{
	int *deep = NULL, *flat = NULL;

	for (int i = 0; i < 10; i++) {
		free(deep);
		free(flat);
		deep = again(500);
		flat = again(2);
	}
	use(*deep);
	use(*flat);
	return 0;
}
