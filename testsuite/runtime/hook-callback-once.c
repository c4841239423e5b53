/* A comparison that uses a value gives one report, not another one for
   qsort(). */
/* { dg-kmsan-report {uninit-value in compare} } */
/* { dg-kmsan-report {uninit-value in qsort} {\n other} } */
/* { dg-options "-g -w" } */
/* { dg-kmsan-levels -O0 -O2 } */
#include <stdlib.h>
#include "use.h"

noipa int compare(const void *a, const void *b)
{
	int x = *(const int *)a, y = *(const int *)b;

	if (x < y)
		return -1;
	return x > y;
}

static int *hidden;

/* It returns a different value from the one it branches on. */
noipa int compare_and_return(const void *a, const void *b)
{
	return *hidden;
}

noipa void one(void)
{
	int *p = malloc(8 * sizeof(int));

	for (int i = 0; i < 8; i++)
		if (i != 3)
			p[i] = i * 5 % 8;
	qsort(p, 8, sizeof(int), compare);
	free(p);
}

noipa void other(void)
{
	int clean[2] = {2, 1};

	hidden = malloc(sizeof(int));
	qsort(clean, 2, sizeof(int), compare_and_return);
	free(hidden);
}

int main(void)
{
	one();
	other();
	return 0;
}
