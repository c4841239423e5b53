/* A local that lives in a register, initialised on one path only. */
/* { dg-kmsan-report {uninit-value in poisoned} {Local variable x created at:\n poisoned} } */
#include "use.h"

noipa static int clean(int *set)
{
	int x;

	if (*set)
		x = 1;
	if (*set)
		use(x);
	return 0;
}

noipa static int poisoned(int *set)
{
	int x;

	if (*set)
		x = 1;
	use(x);
	return 0;
}

int main(void)
{
	int yes = 1, no = 0;

	clean(&yes);
	clean(&no);
	poisoned(&yes);
	poisoned(&no);
	return 0;
}
