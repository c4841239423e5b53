/* Two results come back through pointers, the second only on success. */
#include <stdio.h>

__attribute__((noinline)) static int bounds(const int *p, int n, int *low,
					    int *high)
{
	*low = p[0];
	if (n < 2)
		return -1;
	*high = p[n - 1];
	return 0;
}

int main(int argc, char **argv)
{
	int values[] = { 1, 2, 3 };
	int low, high;

#ifdef BUG
	bounds(values, argc, &low, &high);
#else
	if (bounds(values, argc, &low, &high))
		high = low;
#endif
	if (high - low > 1)	/* bug */
		puts("wide");
	return 0;
}
