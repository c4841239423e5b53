/* A struct that Microsoft's convention passes by reference has its shadow where
   it is; the arguments after it are still found. */
/* { dg-kmsan-report {uninit-value in callee} {stored to memory at:\n main} {Local variable b created at:\n main} } */
/* { dg-kmsan-report {uninit-value in callee} {stored to memory at:\n main} {Local variable t created at:\n main} } */
/* { dg-kmsan-report {uninit-value in callee} {Local variable p created at:\n main} } */
/* { dg-kmsan-modes eager lazy } */
#include "use.h"

struct big {
	long a, b, c;
};

struct three {
	char c[3];
};

struct pair {
	int a, b;
};

__attribute__((ms_abi)) noipa static struct big
callee(struct big b, long l, struct three t, struct pair p, long double d)
{
	use(b.a == 5);
	use(b.b == 5);
	use(l == 5);
	use(t.c[0] == 5);
	use(t.c[2] == 5);
	use(p.a == 5);
	use(p.b == 5);
	use(d == 5);
	return b;
}

int main(int argc, char **argv)
{
	struct three t;
	struct big b;
	struct pair p;

	touch(&b);
	touch(&t);
	touch(&p);
	b.a = b.c = p.a = t.c[0] = t.c[1] = argc;
	b = callee(b, argc, t, p, argc);
	use(b.a == 5);
	use(b.c == 5);
	return 0;
}
