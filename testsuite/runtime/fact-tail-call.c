/* A tail call passes on what the last function returns. */
/* { dg-kmsan-report {uninit-value in main} {Local variable x created at:\n last} } */
#include "use.h"

noipa static int last(int which)
{
	int x;

	if (which)
		return 3;
	touch(&x);
	return x;
}

noipa static int middle(int which)
{
	return last(which);
}

noipa static int first(int which)
{
	return middle(which);
}

int main(void)
{
	use(first(1) == 5);
	use(first(0) == 5);
	use(first(1) == 6);
	return 0;
}
