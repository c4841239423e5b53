/* The bodies of OpenMP's constructs are called by libgomp, which also writes
   their bounds and sums and is not instrumented. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -fopenmp -Wno-deprecated-openmp" } */
/* { dg-kmsan-levels -O0 -O1 -O2 } */
/* { dg-kmsan-modes eager lazy lazy+tag } */
/* { dg-kmsan-env OMP_NUM_THREADS=3 } */
#include "stale.h"
#include "use.h"

#define N 40

struct pair {
	int x;
	long y;
};

static int a[N + 1];

static long schedules(int n, struct pair p)
{
	unsigned long long end = n, u;
	long sum = 0, last = 0;

	leave_stale_frames();
#pragma omp parallel for schedule(dynamic, 3) reduction(+ : sum) \
	firstprivate(p) lastprivate(last)
	for (int i = 0; i < n; i++) {
		leave_stale();
		sum += a[i] + p.x;
		last = i;
	}
	leave_stale_frames();
#pragma omp parallel
	{
#pragma omp for schedule(guided) nowait
		for (long i = 0; i < n; i++)
			a[i]++;
#pragma omp for schedule(runtime)
		for (u = 0; u < end; u++)
			a[u]++;
#pragma omp for schedule(dynamic) ordered
		for (int i = 0; i < n; i++) {
			leave_stale_frames();
#pragma omp ordered
			a[i]++;
		}
#pragma omp for ordered(1)
		for (int i = 1; i < n; i++) {
#pragma omp ordered depend(sink : i - 1)
			leave_stale_frames();
#pragma omp ordered depend(source)
		}
	}
	return sum + last;
}

static int blocks(int n)
{
	int first = 0, second = 0, all = 0;

	leave_stale_frames();
#pragma omp parallel sections
	{
#pragma omp section
		first = n;
#pragma omp section
		second = n;
	}
#pragma omp parallel num_threads(2)
	{
		int mine = n;

		leave_stale();
#pragma omp single copyprivate(mine)
		mine = 7;
#pragma omp parallel num_threads(2) firstprivate(mine) reduction(+ : all)
		all += mine;
	}
	return first + second + all;
}

int main(int argc, char **argv)
{
	struct pair p = { argc, 2 };

	use(schedules(N, p) == 5);
	use(blocks(argc) == 5);
	for (int i = 0; i < N; i++)
		use(a[i] == 5);
	return 0;
}
