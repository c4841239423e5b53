/* A recursive function returns nothing useful at one of its ends. */
#include <stdio.h>

struct answer {
	int steps;
	int found;
};

static void find(const int *p, int n, int wanted, struct answer *a)
{
	if (!n) {
#ifndef BUG
		a->found = 0;
#endif
		return;
	}
	a->steps++;
	if (*p == wanted) {
		a->found = 1;
		return;
	}
	find(p + 1, n - 1, wanted, a);
}

int main(int argc, char **argv)
{
	int values[] = { 3, 1, 4, 1, 5 };
	struct answer a;

	a.steps = 0;
	find(values, argc + 4, 9, &a);
	if (a.steps > 5)
		puts("too many");
	if (a.found)	/* bug */
		puts("found");
	return 0;
}
