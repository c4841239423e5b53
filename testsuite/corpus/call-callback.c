/* A callback looks at a part of its context that was never filled in. */
#include <stdio.h>

struct context {
	int seen;
	int limit;
};

__attribute__((noinline)) static void each(const int *p, int n,
					   void (*f)(int, void *), void *data)
{
	for (int i = 0; i < n; i++)
		f(p[i], data);
}

static void count(int value, void *data)
{
	struct context *c = data;

	if (value < c->limit)	/* bug */
		c->seen++;
}

int main(int argc, char **argv)
{
	int values[] = { 1, 5, 9, argc };
	struct context c;

	c.seen = 0;
#ifndef BUG
	c.limit = 6;
#endif
	each(values, 4, count, &c);
	if (c.seen > 10)	/* bug */
		puts("yes");
	return 0;
}
