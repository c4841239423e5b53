/* The report names the local that the value came from, not another one. */
/* { dg-kmsan-report {uninit-value in choose} {Local variable second created at:\n choose} } */
/* { dg-kmsan-report {uninit-value in choose} {Local variable first created at:\n choose} } */
#include "use.h"

noipa static void choose(int *which)
{
	int first, second, x;

	if (*which)
		x = first;
	else
		x = second;
	use(x);
}

int main(void)
{
	int yes = 1, no = 0;

	choose(&no);
	choose(&yes);
	return 0;
}
