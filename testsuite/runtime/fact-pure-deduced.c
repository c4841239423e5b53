/* A function that GCC itself finds to be pure passes metadata, too. */
/* { dg-kmsan-report {uninit-value in main} {Local variable x created at:\n main} } */
#include "fact-pure-sum.h"
#include "use.h"

int main(int argc, char **argv)
{
	long x[3], y[3] = { argc, 1, 2 };

	touch(x);
	touch(y);
	use(sum(y, 3) == 50);
	use(sum(x, 3) == 50);
	use(sum(y, 3) == 51);
	return 0;
}
