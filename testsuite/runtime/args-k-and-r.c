/* Functions without prototypes agree with their callers on promoted types. */
/* { dg-kmsan-report lazy {uninit-value in callee} {Local variable x created at:\n main} } */
/* { dg-kmsan-report eager {uninit-value in main} {Local variable x created at:\n main} } */
/* { dg-kmsan-modes eager lazy } */
/* { dg-options "-g -std=gnu11" } */
#include "use.h"

noipa static int callee(c, f, s, x)
	char c;
	float f;
	short s;
	int x;
{
	use(c == 5);
	use(f == 5);
	use(s == 5);
	use(x == 5);
	return 0;
}

int main(void)
{
	char c = 1;
	float f = 2;
	short s = 3;
	int x;

	touch(&x);
	callee(c, f, s, x);
	return 0;
}
