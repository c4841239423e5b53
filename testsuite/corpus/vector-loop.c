/* A vectorised loop adds arrays; one of them was not filled completely. */
#include <stdio.h>
#include <stdlib.h>

static void add(int *restrict to, const int *restrict a,
		const int *restrict b, int n)
{
	for (int i = 0; i < n; i++)
		to[i] = a[i] + b[i] * 3;
}

int main(int argc, char **argv)
{
	int n = 31 + argc, count = 0;
	int *a = malloc(n * sizeof(int)), *b = malloc(n * sizeof(int));
	int *to = malloc(n * sizeof(int));

	for (int i = 0; i < n; i++)
		a[i] = i;
#ifdef BUG
	for (int i = 0; i < n - 5; i++)
#else
	for (int i = 0; i < n; i++)
#endif
		b[i] = i;
	add(to, a, b, n);
	for (int i = 0; i < n; i++)
		if (to[i] > 20)	/* bug */
			count++;
	if (count > 10)	/* bug */
		puts("yes");
	free(a);
	free(b);
	free(to);
	return 0;
}
