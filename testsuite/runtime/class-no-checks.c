/* A function without checks reports nothing, and everything it writes, passes
   on and returns counts as initialised. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes eager lazy } */
#include <kmsan.h>
#include "use.h"

struct pair {
	long a, b;
};

struct big {
	long a[10];
};

noipa static void callee(int x)
{
	use(x == 5);
}

noipa static void struct_callee(struct pair s)
{
	use(s.a == 5);
}

__no_kmsan_checks noipa static int uses(int *p)
{
	use(*p == 5);
	return *p;
}

__no_kmsan_checks noipa static void writes(int *to, int *from, struct big *big,
					   struct big *other)
{
	*to = *from;
	*big = *other;
}

__no_kmsan_checks noipa static void passes(int *p, struct pair *s)
{
	callee(*p);
	struct_callee(*s);
}

__no_kmsan_checks noipa static struct pair returns(struct pair *p)
{
	return *p;
}

__no_kmsan_checks noipa static struct big returns_big(struct big *p)
{
	return *p;
}

noipa static void looks(int *p)
{
	use(*p == 5);
}

__no_kmsan_checks noipa static void local(void)
{
	int x;

	touch(&x);
	looks(&x);
}

int main(void)
{
	int x, y;
	struct pair s, t;
	struct big big, other;

	touch(&x);
	touch(&y);
	touch(&s);
	touch(&big);
	touch(&other);
	use(uses(&x) == 5);
	passes(&x, &s);
	t = returns(&s);
	touch(&t);
	use(t.b == 5);
	writes(&y, &x, &big, &other);
	use(y == 5);
	use(big.a[9] == 5);
	other = returns_big(&other);
	touch(&other);
	use(other.a[3] == 5);
	local();
	return 0;
}
