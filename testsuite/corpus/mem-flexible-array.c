/* The elements after a structure are counted before they are stored. */
#include <stdio.h>
#include <stdlib.h>

struct polygon {
	int n;
	short corners[];
};

static struct polygon *polygon(int n)
{
	struct polygon *p = malloc(sizeof(*p) + n * sizeof(short));

	p->n = n;
#ifdef BUG
	for (int i = 1; i < n; i++)
#else
	for (int i = 0; i < n; i++)
#endif
		p->corners[i] = i * 10;
	return p;
}

int main(int argc, char **argv)
{
	struct polygon *p = polygon(argc + 3);
	int longest = -1;

	for (int i = 0; i < p->n; i++)
		if (p->corners[i] > longest)	/* bug */
			longest = p->corners[i];
	if (longest > 50)	/* bug */
		puts("yes");
	free(p);
	return 0;
}
