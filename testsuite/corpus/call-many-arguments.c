/* Of ten arguments the ninth, which goes to the stack, is unset. */
#include <stdio.h>
#include <stdlib.h>

__attribute__((noinline)) static int check(int a, int b, int c, int d, int e,
					   int f, int g, int h, int i, int j)
{
	if (a + b + c + d + e + f + g + h > 1000)
		return -1;
	if (i > j)	/* bug */
		return 1;
	return 0;
}

int main(int argc, char **argv)
{
	int *p = malloc(10 * sizeof(*p));
	int ret;

	for (int i = 0; i < 10; i++)
#ifdef BUG
		if (i != 8)
#endif
			p[i] = i * argc;
	ret = check(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7],	/* bug */
		    p[8], p[9]);	/* bug */
	free(p);
	if (ret == 1)	/* bug */
		puts("one");
	return 0;
}
