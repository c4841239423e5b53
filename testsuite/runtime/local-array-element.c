/* Each element of a local array is initialised on its own. */
/* { dg-kmsan-report {uninit-value in third} {Local variable a created at:\n main} } */
#include "use.h"

noipa static void set(int *a)
{
	a[0] = a[1] = a[3] = 1;
}

noipa static void others(int *a)
{
	use(a[0] == 2);
	use(a[1] == 2);
	use(a[3] == 2);
}

noipa static void third(int *a)
{
	use(a[2] == 2);
}

int main(void)
{
	int a[4];

	set(a);
	others(a);
	third(a);
	return 0;
}
