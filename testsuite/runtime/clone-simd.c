/* Vectorised loops call a function for many lanes at once; it finds no shadow,
   in either mode. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -fopenmp-simd -mavx2" } */
/* { dg-kmsan-levels -O2 -O3 } */
/* { dg-kmsan-modes eager lazy } */
#include "stale.h"
#include "use.h"

int from[256], to[256];

#pragma omp declare simd notinbranch
__attribute__((noinline)) int lane(int a, int b)
{
	return a > 2 ? a * b : b + 1;
}

/* A separate loop for the remainder would call the scalar function. */
noipa __no_sanitize_memory __attribute__((optimize("O3")))
static void outside(int n)
{
#pragma omp simd
	for (int i = 0; i < 256; i++)
		to[i] = lane(from[i], n);
}

int main(int argc, char **argv)
{
	leave_stale();
	outside(argc);
	for (int i = 0; i < 256; i++)
		use(to[i] == 5);
	return 0;
}
