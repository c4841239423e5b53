/* An array is sorted before its last element has been read. */
#include <stdio.h>
#include <stdlib.h>

static int compare(const void *a, const void *b)
{
	int x = *(const int *)a, y = *(const int *)b;

	if (x < y)	/* bug */
		return -1;
	return x > y;	/* bug */
}

int main(int argc, char **argv)
{
	int *p = malloc(6 * sizeof(*p));

#ifdef BUG
	for (int i = 0; i < 5; i++)
#else
	for (int i = 0; i < 6; i++)
#endif
		p[i] = (i * 5 + argc) % 7;
	qsort(p, 6, sizeof(*p), compare);	/* bug */
	if (p[0] > p[1])	/* bug */
		puts("not sorted");
	free(p);
	return 0;
}
