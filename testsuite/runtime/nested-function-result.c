/* What a nested function sets is initialised for its parent. */
/* { dg-kmsan-report {uninit-value in main} {Local variable a created at:\n main} } */
#include "use.h"

int main(int argc, char **argv)
{
	int a[4], n;

	noipa void set(int i)
	{
		a[i] = i;
		n = i;
	}

	set(2);
	use(a[2] == 5);
	use(n == 5);
	use(a[3] == 5);
	return 0;
}
