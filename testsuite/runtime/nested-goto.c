/* A jump out of a nested function leaves all shadow as it was. */
/* { dg-kmsan-report {uninit-value in main} {Local variable x created at:\n main} } */
#include "use.h"

int main(int argc, char **argv)
{
	__label__ out;
	volatile int x, y = argc;

	noipa void inner(int a)
	{
		if (a)
			goto out;
	}

	inner(0);
	inner(argc);
	return 1;
out:
	use(y == 5);
	use(x == 5);
	return 0;
}
