/* Without eager checks an unused argument does not matter. */
/* { dg-kmsan-report eager {uninit-value in main} {Local variable x created at:\n main} } */
/* { dg-kmsan-modes eager lazy } */
#include "use.h"

noipa static int callee(int value)
{
	return value;
}

int main(void)
{
	int x;

	touch(&x);
	callee(x);
	return 0;
}
