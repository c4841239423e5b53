/* A function that was pure or const by declaration passes metadata like any
   other: its result's shadow is read after the call, not before. */
/* { dg-kmsan-report {uninit-value in main} {Local variable x created at:\n main} } */
#include "use.h"

__attribute__((pure, noinline)) static int get(int *p)
{
	return *p;
}

__attribute__((const, noinline)) static int add(int a, int b)
{
	return a + b;
}

int main(int argc, char **argv)
{
	int x, y = argc;

	touch(&x);
	touch(&y);
	use(get(&y) == 5);
	use(add(get(&y), argc) == 5);
	use(get(&x) == 5);
	use(add(get(&y), argc) == 7);
	return 0;
}
