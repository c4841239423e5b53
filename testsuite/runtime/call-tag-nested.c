/* A nested function is called by the address of a trampoline. */
/* { dg-kmsan-report {uninit-value in inner} {Local variable p created at:\n main} } */
/* { dg-options "-g -Wl,-z,execstack" } */
/* { dg-kmsan-modes eager lazy eager+tag lazy+tag } */
#include "call-tag.h"

noipa static void call(void (*f)(struct pair), struct pair *p)
{
	f(*p);
}

__no_sanitize_memory noipa static void bare(void (*f)(struct pair))
{
	struct pair p = { 1, 2 };

	f(p);
}

int main(int argc, char **argv)
{
	int y = argc;
	struct pair p;

	void inner(struct pair q)
	{
		use(q.a == y);
	}

	touch(&p);
	call(inner, &p);
	leave_pair(p);
	bare(inner);
	return 0;
}
