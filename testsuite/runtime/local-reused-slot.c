/* A local is uninitialised even if an earlier function has written to its place
   on the stack. */
/* { dg-kmsan-report {uninit-value in main} {Local variable b created at:\n second} } */
#include "use.h"

noipa static void first(void)
{
	int a[16];

	for (int i = 0; i < 16; i++)
		a[i] = i;
	touch(a);
}

noipa static int second(void)
{
	int b[16];

	touch(b);
	return b[7];
}

int main(void)
{
	first();
	use(second());
	return 0;
}
