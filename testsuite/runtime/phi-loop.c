/* Poison that enters a loop stays in the accumulator, and nowhere else. */
/* { dg-kmsan-report {uninit-value in loop} {Local variable a created at:\n main} } */
#include "use.h"

noipa static void loop(int *a, int n)
{
	int sum = 0, count = 0;

	for (int i = 0; i < n; i++) {
		sum += a[i];
		count += i;
	}
	use(count == 5);
	use(sum == 5);
}

int main(void)
{
	int a[5];

	touch(a);
	a[0] = a[1] = a[2] = a[4] = 1;
	loop(a, 3);
	loop(a, 5);
	return 0;
}
