/* The origin of a result is that of a poisoned operand, never that of a clean
   one. */
/* { dg-kmsan-report {uninit-value in sum} {Local variable x created at:\n main} } */
/* { dg-kmsan-report {uninit-value in sum} {Local variable y created at:\n main} } */
#include "use.h"

noipa static void sum(int *a, int *b, int *c)
{
	use(*a + *b + *c == 5);
}

int main(int argc, char **argv)
{
	struct {
		int v;
	} x, y;
	int clean = argc;

	touch(&x);
	touch(&y);
	touch(&clean);
	sum(&clean, &x.v, &clean);
	sum(&y.v, &clean, &clean);
	return 0;
}
