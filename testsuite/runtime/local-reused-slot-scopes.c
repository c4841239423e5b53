/* Two scopes of one function may share a stack slot: the second one's local is
   uninitialised nevertheless. */
/* { dg-kmsan-report {uninit-value in main} {Local variable b created at:\n main} } */
#include "use.h"

noipa static void fill(int *p)
{
	for (int i = 0; i < 16; i++)
		p[i] = i;
}

int main(void)
{
	{
		int a[16];

		fill(a);
		use(a[7]);
	}
	{
		int b[16];

		touch(b);
		use(b[7]);
	}
	return 0;
}
