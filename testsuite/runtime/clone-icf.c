/* Identical functions are not merged: a report names the right one. */
/* { dg-kmsan-report {uninit-value in second} } */
#include "use.h"

__attribute__((noinline)) static int first(int *p)
{
	use(*p == 5);
	return *p;
}

__attribute__((noinline)) static int second(int *p)
{
	use(*p == 5);
	return *p;
}

int main(int argc, char **argv)
{
	int x;

	touch(&x);
	touch(&argc);
	first(&argc);
	second(&x);
	return 0;
}
