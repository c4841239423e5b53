/* A tagged union holds a short number, and is read as a long one. */
#include <stdio.h>
#include <stdlib.h>

struct value {
	enum { SHORT, LONG } tag;
	union {
		short s;
		long l;
	} u;
};

static long get(const struct value *v)
{
	return v->tag == SHORT ? v->u.s : v->u.l;
}

int main(int argc, char **argv)
{
	struct value *v = malloc(sizeof(*v));

	v->u.s = argc;
#ifdef BUG
	v->tag = LONG;
#else
	v->tag = SHORT;
#endif
	if (get(v) > 5)	/* bug */
		puts("more than five");
	free(v);
	return 0;
}
