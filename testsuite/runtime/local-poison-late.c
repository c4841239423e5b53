/* Wherever the poisoning is placed, a local is poisoned each time its
   declaration is passed, before its first use, and only then. */
/* { dg-kmsan-report {uninit-value in branch} {Local variable x created at:\n branch} } */
/* { dg-kmsan-report {uninit-value in again} {Local variable y created at:\n again} } */
/* { dg-kmsan-report {uninit-value in partly} {Local variable p created at:\n partly} } */
/* { dg-kmsan-report {uninit-value in jump} {Local variable v created at:\n jump} } */
#include "use.h"

struct pair {
	int a, b;
};

noipa static void set(int *p)
{
	*p = 1;
}

noipa static int branch(int how)
{
	int x;

	if (how == 1)
		return 7;
	touch(&how);
	if (how == 2) {
		touch(&x);
		use(x == 5);
	}
	return 0;
}

/* Set in the first round only, and declared in each. */
noipa static void again(int n)
{
	for (int i = 0; i < n; i++) {
		int y;

		touch(&n);
		if (n) {
			if (i == 0)
				set(&y);
			touch(&y);
			use(y == 5);
		}
	}
}

/* Declared once, set in the first round, used in all. */
noipa static void outside(int n)
{
	int z;

	for (int i = 0; i < n; i++) {
		if (i == 0)
			set(&z);
		touch(&z);
		use(z == 5);
	}
}

noipa static void assigned(int n)
{
	int w;

	w = n;
	touch(&w);
	use(w == 5);
}

noipa static void partly(int n)
{
	struct pair p;

	p.a = n;
	touch(&p);
	use(p.a == 5);
	use(p.b == 5);
}

/* The first use is the address of a member. */
noipa static void member(int n)
{
	struct pair q;

	set(&q.b);
	touch(&n);
	if (n) {
		touch(&q);
		use(q.b == 5);
	}
}

/* The path through the label does not pass the declaration again. */
noipa static void jump(int n)
{
	int v;

again:
	touch(&v);
	use(v == 5);
	v = 3;
	if (n--)
		goto again;
}

int main(int argc, char **argv)
{
	branch(argc);
	branch(argc + 1);
	again(2);
	outside(3);
	assigned(argc);
	partly(argc);
	member(argc);
	jump(2);
	return 0;
}
