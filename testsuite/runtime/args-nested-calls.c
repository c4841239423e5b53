/* Arguments that are calls themselves do not disturb those before them. */
/* { dg-kmsan-report lazy {uninit-value in callee} {Local variable x created at:\n main} } */
/* { dg-kmsan-modes lazy } */
#include "use.h"

noipa static int add(int a, int b)
{
	return a + b;
}

noipa static void callee(int a, int b, int c)
{
	use(a == 5);
	use(b == 5);
	use(c == 5);
}

int main(void)
{
	int x, y = 1;

	touch(&x);
	touch(&y);
	callee(add(y, y), x, add(add(y, y), add(y, y)));
	return 0;
}
