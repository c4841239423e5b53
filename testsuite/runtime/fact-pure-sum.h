/*
 * fact-pure-sum.h - a function that GCC itself finds to be pure.
 */
__attribute__((noinline)) static long sum(long *p, int n)
{
	long s = 0;

	for (int i = 0; i < n; i++)
		s += p[i];
	return s;
}
