/* Letters are counted in memory from malloc instead of calloc. */
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
	const char *text = argc == 1 ? "uninitialised" : argv[1];
#ifdef BUG
	int *count = malloc(256 * sizeof(int));
#else
	int *count = calloc(256, sizeof(int));
#endif

	for (; *text; text++)
		count[(unsigned char)*text]++;
	if (count['i'] > 3)	/* bug */
		puts("many");
	free(count);
	return 0;
}
