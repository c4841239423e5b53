/* With eager checks a call uses its scalar arguments; without, it passes their
   shadow on to where they are used. */
/* { dg-kmsan-report eager {uninit-value in caller} {Local variable x created at:\n main} } */
/* { dg-kmsan-report lazy {uninit-value in callee} {Local variable x created at:\n main} } */
/* { dg-kmsan-modes eager lazy } */
#include "use.h"

noipa static void callee(int value)
{
	use(value);
}

noipa static void caller(int *p)
{
	callee(*p);
}

int main(void)
{
	int x, y = 0;

	touch(&x);
	caller(&y);
	caller(&x);
	return 0;
}
