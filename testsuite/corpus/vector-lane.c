/* Three lanes of a vector are loaded, four are added up. */
#include <stdio.h>
#include <stdlib.h>

typedef int vec __attribute__((vector_size(16)));

static int sum(const vec *v)
{
	vec w = *v * 2;

	return w[0] + w[1] + w[2] + w[3];
}

int main(int argc, char **argv)
{
	vec *v = aligned_alloc(16, sizeof(*v));

	for (int i = 0; i < 3; i++)
		(*v)[i] = i * argc;
#ifndef BUG
	(*v)[3] = 1;
#endif
	if ((*v)[0] + (*v)[2] > 100)
		puts("far");
	if (sum(v) > 5)	/* bug */
		puts("more than five");
	free(v);
	return 0;
}
