/* A flag that the search sets when it finds something is never cleared. */
#include <stdio.h>

static const int primes[] = { 2, 3, 5, 7, 11, 13, 17, 19 };

int main(int argc, char **argv)
{
	int wanted = argc + 8;
#ifdef BUG
	int found;
#else
	int found = 0;
#endif

	for (unsigned i = 0; i < sizeof(primes) / sizeof(*primes); i++)
		if (primes[i] == wanted)
			found = 1;
	if (found)	/* bug */
		printf("%d is a prime\n", wanted);
	return 0;
}
