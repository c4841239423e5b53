/* A number larger than any register keeps its shadow in arguments and results. */
/* { dg-kmsan-gcc 14 } */
/* { dg-kmsan-levels -O1 -O2 -O3 -Os } */
/* { dg-kmsan-report {uninit-value in main} {stored to memory at:\n unset} {Local variable n created at:\n unset} } */
/* { dg-kmsan-report {uninit-value in main} {stored to memory at:\n multiply} {Local variable array created at:\n main} } */
#include "use.h"

typedef _BitInt(500) number;

noipa static number unset(int set)
{
	number n;

	touch(&n);
	if (set)
		n = 5;
	return n;
}

noipa static number multiply(const number *a, number b)
{
	return *a * b;
}

int main(void)
{
	number array[2];

	touch(array);
	array[0] = 3;
	use(multiply(&array[0], 4) == 13);
	use(unset(0) == 6);
	use(multiply(&array[1], 4) == 13);
	return 0;
}
