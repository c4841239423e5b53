/* ?: and && are branches in the source; their condition is used, or its poison
   ends up in their result. */
/* { dg-kmsan-report {uninit-value in choose} } */
#include "shadow.h"

noipa static int choose(int *c, int *a, int *b)
{
	int x = *c ? *a : *b;

	use(x == 5);
	return x;
}

int main(int argc, char **argv)
{
	int c = 0, a = 1, b = 6;

	choose(&c, &a, &b);
	poison_bits(c, 1);
	a = 5;
	choose(&c, &a, &b);
	return 0;
}
