/* It is not known how many variadic arguments an uninstrumented caller has put
   on the stack: all count as initialised, and its callers' locals keep their
   shadow. */
/* { dg-kmsan-report {uninit-value in main} {Local variable below created at:\n main} } */
/* { dg-kmsan-report {uninit-value in main} {Local variable p created at:\n main} } */
/* { dg-kmsan-modes eager+tag lazy+tag } */
#include "call-tag.h"

noipa static int sum(int a, int b, int c, int d, int e, int f, int n, ...)
{
	int result = a + b + c + d + e + f;
	va_list list;

	va_start(list, n);
	while (n--)
		result += va_arg(list, int);
	va_end(list);
	use(result == 3);
	return 0;
}

__no_sanitize_memory noipa static void bare(void)
{
	sum(1, 2, 3, 4, 5, 6, 20, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
	    15, 16, 17, 18, 19, 20);
}

/* Poison the stack where bare() is going to put arguments. */
noipa static void soil(void)
{
	struct six locals[8];

	touch(locals);
	leave_many(20, locals[0], locals[1], locals[2], locals[3]);
}

int main(void)
{
	int below;
	struct pair p;

	touch(&below);
	touch(&p);
	soil();
	bare();
	use(below == 3);
	use(p.a == 3);
	return 0;
}
