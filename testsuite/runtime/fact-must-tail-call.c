/*
 * A call that must become a jump can, and its result keeps its shadow, whether
 * or not the function has other results to return.
 */
/* { dg-kmsan-report {uninit-value in main} {Local variable numbers created at:\n main} } */
#include "use.h"

#if defined __has_attribute && __has_attribute(musttail)
#define must_tail __attribute__((musttail))
#else
#define must_tail
#endif

noipa static int element(int i, const int *numbers)
{
	return numbers[i];
}

noipa static int first_or_zero(int i, const int *numbers)
{
	if (i)
		must_tail return element(0, numbers);
	return 0;
}

noipa static int second(int i, const int *numbers)
{
	must_tail return element(i, numbers);
}

int main(void)
{
	int numbers[2];

	touch(numbers);
	numbers[0] = 1;
	use(first_or_zero(0, numbers) == 7);
	use(first_or_zero(1, numbers) == 7);
	use(second(1, numbers) == 7);
	return 0;
}
