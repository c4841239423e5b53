/* Called through a pointer, a nested function gets its static chain from a
   trampoline. */
/* { dg-kmsan-report {uninit-value in inner} {Local variable x created at:\n main} } */
/* { dg-options "-g -Wl,-z,execstack" } */
#include "use.h"

noipa static int call(int (*f)(int), int a)
{
	return f(a);
}

int main(int argc, char **argv)
{
	int x, y = argc;

	int inner(int a)
	{
		use(x == 5);
		return y + a;
	}

	touch(&x);
	use(call(inner, argc) == 5);
	return 0;
}
