/* In a loop, the array is uninitialised in each round, whatever its length. */
/* { dg-kmsan-report {uninit-value in main} {Local variable a created at:\n main} } */
#include "use.h"

noipa static void set(int *p, int n)
{
	for (int i = 0; i < n; i++)
		p[i] = 1;
}

int main(int argc, char **argv)
{
	for (int i = 5; i < 7; i++) {
		int a[i];

		set(a, 5);
		use(a[i - 1]);
	}
	return 0;
}
