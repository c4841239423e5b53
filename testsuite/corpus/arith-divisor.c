/* A rate is computed for an interval that was never measured. */
#include <stdio.h>
#include <stdlib.h>

struct meter {
	unsigned int bytes, seconds;
};

int main(int argc, char **argv)
{
	struct meter *m = malloc(sizeof(*m));
	unsigned int rate;

	m->bytes = argc * 1000;
#ifndef BUG
	m->seconds = 3;
#endif
	rate = m->bytes / (m->seconds | 1);	/* bug */
	printf("%u\n", rate > 5000);	/* bug */
	free(m);
	return 0;
}
