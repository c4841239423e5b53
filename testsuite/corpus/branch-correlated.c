/* A variable set under one condition is used under the same one, or another. */
#include <stdio.h>

int main(int argc, char **argv)
{
	int verbose = argc > 2;
	int level;

	if (verbose)
		level = argc;
	printf("%d arguments\n", argc);
#ifdef BUG
	if (!verbose && level > 3)	/* bug */
#else
	if (verbose && level > 3)
#endif
		puts("many");
	return 0;
}
