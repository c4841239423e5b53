/* Each activation of a function has its own parameters. */
/* { dg-kmsan-report lazy {uninit-value in walk} } */
/* { dg-kmsan-modes lazy } */
#include "use.h"

noipa static int walk(int depth, int x)
{
	int sum;

	if (!depth) {
		use(x == 5);
		return 0;
	}
	sum = walk(depth - 1, depth == 2 ? x : depth);
	return sum + (depth == 3);
}

noipa static int top(int x)
{
	return walk(1, 1) + walk(0, x);
}

int main(void)
{
	int x;

	touch(&x);
	/* One that is not used at the bottom, and one that is. */
	use(walk(3, 1) == 5);
	use(top(x) == 5);
	return 0;
}
