/* The origin comes along with a struct, one for each half of it. */
/* { dg-kmsan-report {uninit-value in first} {Local variable x created at:\n main} } */
/* { dg-kmsan-report {uninit-value in second} {Local variable y created at:\n main} } */
/* { dg-kmsan-report {uninit-value in third} {Local variable y created at:\n main} } */
#include "use.h"

struct pair {
	long a, b;
};

struct big {
	long a[10];
};

noipa static void first(struct pair p)
{
	use(p.a == 1);
}

noipa static void second(struct pair p)
{
	use(p.b == 1);
}

noipa static void third(struct big p)
{
	use(p.a[0] == 1);
	use(p.a[7] == 1);
}

int main(void)
{
	struct {
		struct pair p;
	} x;
	struct {
		struct pair p;
		struct big b;
	} y;

	touch(&x);
	touch(&y);
	x.p.b = 1;
	first(x.p);
	y.p.a = 1;
	second(y.p);
	for (int i = 0; i < 7; i++)
		y.b.a[i] = i + 5;
	third(y.b);
	return 0;
}
