/* Uninitialised values stay so on their way to a body and back. */
/* { dg-kmsan-report {uninit-value in main._omp_fn.1} {stored to memory at:\n main._omp_fn.0} {Local variable x created at:\n main} } */
/* { dg-kmsan-report {uninit-value in main} {stored to memory at:\n main._omp_fn.0} {Local variable x created at:\n main} } */
/* { dg-options "-g -fopenmp" } */
/* { dg-kmsan-levels -O0 -O2 } */
/* { dg-kmsan-modes eager lazy } */
/* { dg-kmsan-env OMP_NUM_THREADS=2 } */
#include "use.h"

int main(void)
{
	int to[8], x;

	touch(&x);
#pragma omp parallel for schedule(dynamic)
	for (int i = 0; i < 8; i++)
		to[i] = x + i;
#pragma omp parallel num_threads(1)
	use(to[3] == 5);
	use(to[4] == 5);
	return 0;
}
