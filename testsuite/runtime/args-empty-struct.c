/* An empty struct has no place among the arguments. */
/* { dg-kmsan-report lazy {uninit-value in callee} {Local variable x created at:\n main} } */
/* { dg-kmsan-report eager {uninit-value in main} {Local variable x created at:\n main} } */
/* { dg-kmsan-modes eager lazy } */
#include "use.h"

struct empty {};

noipa static void callee(struct empty e, int a, struct empty f, int x)
{
	touch(&e);
	touch(&f);
	use(a == 5);
	use(x == 5);
}

int main(void)
{
	struct empty e;
	int x;

	touch(&x);
	callee(e, 1, e, x);
	return 0;
}
