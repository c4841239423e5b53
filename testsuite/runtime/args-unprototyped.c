/* A call without a prototype passes the shadow of what it passes. */
/* { dg-kmsan-report lazy {uninit-value in callee} {Local variable x created at:\n main} } */
/* { dg-kmsan-report eager {uninit-value in main} {Local variable x created at:\n main} } */
/* { dg-kmsan-modes eager lazy } */
/* { dg-options "-g -std=gnu11" } */
#include "use.h"

noipa static int callee(int a, long x)
{
	use(a == 5);
	use(x == 5);
	return 0;
}

int main(void)
{
	int (*f)() = callee;
	long x;

	touch(&f);
	touch(&x);
	f(1, x);
	return 0;
}
