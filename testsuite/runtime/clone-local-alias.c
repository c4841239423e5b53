/* An exported function may be called by another name, with a dot. */
/* { dg-kmsan-report eager {uninit-value in main} {Local variable x created at:\n main} } */
/* { dg-kmsan-report lazy {uninit-value in work} {Local variable x created at:\n main} } */
/* { dg-options "-g -fPIC -fno-semantic-interposition" } */
/* { dg-kmsan-levels -O0 -O2 } */
/* { dg-kmsan-modes eager lazy } */
#include "use.h"

static volatile int again;

__attribute__((noinline)) void work(int a)
{
	use(a == 5);
	if (again)
		work(1);
}

int main(void)
{
	int x;

	touch(&x);
	work(x);
	return 0;
}
