/* A sum starts from whatever the variable held. */
#include <stdio.h>

static long total(const short *samples, int n)
{
#ifdef BUG
	long sum;
#else
	long sum = 0;
#endif

	for (int i = 0; i < n; i++)
		sum += samples[i];
	return sum;
}

int main(int argc, char **argv)
{
	short samples[20];

	for (int i = 0; i < 20; i++)
		samples[i] = i * argc;
	if (total(samples, 20) > 100)	/* bug */
		puts("loud");
	return 0;
}
