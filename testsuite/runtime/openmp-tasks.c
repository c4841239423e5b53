/* libgomp copies the data of tasks, and fills in some of it. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -fopenmp" } */
/* { dg-kmsan-levels -O0 -O1 -O2 } */
/* { dg-kmsan-modes eager lazy lazy+tag } */
/* { dg-kmsan-env OMP_NUM_THREADS=3 } */
#include "stale.h"
#include "use.h"

struct pair {
	int x;
	long y;
};

static int tasks(int n, struct pair p)
{
	int array[n], a = 0, b = 0;

	for (int i = 0; i < n; i++)
		array[i] = i;
	leave_stale_frames();
#pragma omp task shared(a) firstprivate(array, p)
	a = array[1] + p.x;
#pragma omp parallel
#pragma omp single
	{
#pragma omp task shared(a) depend(out : a)
		a = n;
#pragma omp task shared(a, b) firstprivate(p) depend(in : a)
		b = a + p.x;
#pragma omp taskwait
	}
	return a + b;
}

/* With and without a function to copy the data, and on libgomp's stack. */
static int taskloops(int n, struct pair p)
{
	unsigned long long end = n;
	int sum = 0, last = 0;

	leave_stale_frames();
#pragma omp taskloop firstprivate(p) grainsize(3)
	for (int i = 0; i < n; i++)
		sum += p.x;
#pragma omp taskloop firstprivate(p) lastprivate(last) if (n < 0)
	for (int i = 0; i < n; i++)
		last = i + p.x;
#pragma omp parallel
#pragma omp single
#pragma omp taskloop reduction(+ : sum) num_tasks(3)
	for (unsigned long long i = 0; i < end; i++)
		sum++;
	return sum + last;
}

static int targets(int n, struct pair p)
{
	char c = n;
	int sum = 0;

	leave_stale_frames();
#pragma omp target firstprivate(p, c) map(tofrom : sum)
	sum += p.x + c;
#pragma omp target teams num_teams(2) firstprivate(p) reduction(+ : sum)
	sum += p.x;
	return sum;
}

static int reductions(int n)
{
	int sum = 0;

	leave_stale_frames();
#pragma omp parallel reduction(task, + : sum)
	{
#pragma omp task in_reduction(+ : sum)
		sum += n;
	}
#pragma omp taskgroup task_reduction(+ : sum)
	{
#pragma omp task in_reduction(+ : sum)
		sum++;
#pragma omp taskloop in_reduction(+ : sum)
		for (int i = 0; i < n; i++)
			sum++;
	}
	return sum;
}

int main(int argc, char **argv)
{
	struct pair p = { argc, 2 };

	use(tasks(argc + 9, p) == 5);
	use(taskloops(argc + 9, p) == 5);
	use(targets(argc + 9, p) == 5);
	use(reductions(argc + 9) == 5);
	return 0;
}
