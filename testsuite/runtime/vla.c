/* The elements of an array of variable length are uninitialised until set. */
/* { dg-kmsan-report {uninit-value in main} {Local variable a created at:\n main} } */
#include "use.h"

noipa static void set(int *p)
{
	*p = 1;
}

int main(int argc, char **argv)
{
	int a[argc + 5];

	set(&a[3]);
	use(a[3]);
	use(a[4]);
	return 0;
}
