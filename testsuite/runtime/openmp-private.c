/* A private copy is uninitialised, even if the variable is not. */
/* { dg-kmsan-report {uninit-value in main._omp_fn} {Local variable array created at:\n main._omp_fn} } */
/* { dg-options "-g -fopenmp" } */
/* { dg-kmsan-levels -O0 -O2 } */
/* { dg-kmsan-modes eager lazy } */
#include "use.h"

int main(void)
{
	int array[4] = { 1, 2, 3, 4 };

	touch(array);
#pragma omp parallel private(array) num_threads(1)
	{
		array[0] = 1;
		touch(array);
		use(array[0] == 5);
		use(array[2] == 5);
	}
	use(array[2] == 5);
	return 0;
}
