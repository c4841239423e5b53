/* A clone for a constant argument has its other parameters elsewhere; both
   sides agree on where. */
/* { dg-kmsan-report lazy {uninit-value in work} {Local variable x created at:\n main} } */
/* { dg-kmsan-report eager {uninit-value in } {Local variable x created at:\n main} } */
/* { dg-kmsan-modes eager lazy } */
/* { dg-kmsan-levels -O0 -O2 -O3 } */
#include "use.h"

__attribute__((noinline)) static long work(long mode, long a, long b)
{
	if (mode == 1)
		use(a == 5);
	else
		use(b == 5);
	touch(&mode);
	return mode;
}

int main(int argc, char **argv)
{
	long x;

	touch(&x);
	work(1, argc, argc);
	work(1, argc + 1L, argc);
	work(1, x, argc);
	return 0;
}
