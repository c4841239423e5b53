/* Recursion that GCC turns into a loop keeps the shadow of its parameters. */
/* { dg-kmsan-report {uninit-value in main} {Local variable x created at:\n main} } */
/* { dg-kmsan-modes lazy } */
#include "use.h"

__attribute__((noinline)) static int add(int n, int sum)
{
	return n ? add(n - 1, sum + n) : sum;
}

int main(int argc, char **argv)
{
	int x;

	touch(&x);
	use(add(argc + 3, argc) == 50);
	use(add(argc + 3, x) == 50);
	return 0;
}
