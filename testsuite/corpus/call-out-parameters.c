/* A function stores its second result only if the first is not zero. */
#include <stdio.h>

static void divide(int a, int b, int *quotient, int *rest)
{
	*quotient = a / b;
#ifdef BUG
	if (*quotient)
#endif
		*rest = a % b;
}

int main(int argc, char **argv)
{
	int quotient, rest;

	divide(argc, 7, &quotient, &rest);
	if (quotient + rest == 1)	/* bug */
		puts("one");
	return 0;
}
