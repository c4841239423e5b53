/* Versions of a function for different processors are instrumented, too; one of
   them is chosen when the program starts. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes eager eager+tag lazy+tag } */
#include "stale.h"
#include "use.h"

__attribute__((target_clones("avx2", "sse4.2", "default"), noinline))
int pick(int a, int b)
{
	use(a == 5);
	return a > 2 ? b : b + 1;
}

__no_sanitize_memory noipa static int outside(int x)
{
	return pick(x, x + 1);
}

int main(int argc, char **argv)
{
	leave_stale();
	use(outside(argc) == 5);
	return 0;
}
