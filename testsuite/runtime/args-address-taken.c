/* A parameter whose address is taken lives in memory, with the shadow that it
   came with. */
/* { dg-kmsan-report lazy {uninit-value in poisoned} {Local variable x created at:\n main} } */
/* { dg-kmsan-report eager {uninit-value in main} {Local variable x created at:\n main} } */
/* { dg-kmsan-modes eager lazy } */
#include "use.h"

noipa static void poisoned(int a, int b)
{
	touch(&a);
	touch(&b);
	use(a == 3);
	use(b == 3);
}

int main(void)
{
	int x;

	touch(&x);
	poisoned(1, x);
	return 0;
}
