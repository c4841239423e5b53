/* A nested function whose trampoline is on the heap: libgcc writes its address to
   the frame of the function around. */
/* { dg-kmsan-gcc 14 } */
/* { dg-options "-g -ftrampoline-impl=heap" } */
/* { dg-kmsan-report {uninit-value in add} {Local variable other created at:\n main} } */
#include "use.h"

noipa static int call(int (*function)(int), int argument)
{
	return function(argument);
}

int main(int argc, char **argv)
{
	int first = argc, other;
	int subtract(int x)
	{
		return x - first;
	}
	int add(int x)
	{
		use(other == 5);
		return x + first;
	}

	(void)argv;
	touch(&other);
	use(call(subtract, 3) == 5);
	use(call(add, 3) == 5);
	return 0;
}
