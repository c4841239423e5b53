/* A hidden pointer to the result is the first argument: the next one's shadow
   is at offset 8. */
/* { dg-options "-O2 -fdump-tree-kmsan -fplugin-arg-kmsan-param-retval=0" } */
/* { dg-final { scan-kmsan {\+ 8B\]} "get" } } */
/* { dg-final { scan-kmsan {\+ 8B\] = } "call" } } */

struct big {
	long a[10];
};

struct big get(long x)
{
	struct big b = { { x } };

	return b;
}

struct big other(long x);
void sink(struct big *b);

void call(long *p)
{
	struct big b = other(*p);

	sink(&b);
}
