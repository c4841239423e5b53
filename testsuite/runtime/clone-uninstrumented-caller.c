/* A clone for a constant argument can be called by uninstrumented code, like
   the original function: its arguments count as initialised. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes eager eager+tag lazy+tag } */
#include "stale.h"
#include "use.h"

__attribute__((noinline)) static int work(int a, int b, int mode)
{
	use(a == 5);
	if (mode == 1)
		use(b == 5);
	return a * mode;
}

__no_sanitize_memory noipa static int outside(int x)
{
	return work(x, x + 1, 1);
}

int main(int argc, char **argv)
{
	leave_stale();
	use(outside(argc) == 5);
	return 0;
}
