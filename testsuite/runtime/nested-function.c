/* A nested function sees its parent's locals with their shadow. */
/* { dg-kmsan-report {uninit-value in inner} {Local variable x created at:\n main} } */
#include "use.h"

int main(int argc, char **argv)
{
	int x, y = argc, z;

	noipa void inner(int *z)
	{
		use(y == 5);
		use(x == 5);
		*z = 1;
		y = 2;
	}

	touch(&x);
	inner(&z);
	use(y == 5);
	use(z == 5);
	return 0;
}
