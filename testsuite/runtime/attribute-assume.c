/* What is assumed is not computed: only the program's own use counts. */
/* { dg-kmsan-gcc 13 } */
/* { dg-kmsan-report {uninit-value in main} {Local variable x created at:\n main} } */
#include "use.h"

noipa static int choose(int known, const int *unknown)
{
	int x = *unknown;

	__attribute__((assume(known || ({
		int ones = 0;

		for (unsigned int bits = x; bits; bits &= bits - 1)
			ones++;
		ones < 33;
	}))));
	return known ? 3 : x;
}

int main(void)
{
	int x;

	touch(&x);
	use(choose(1, &x) == 4);
	use(choose(0, &x) == 4);
	return 0;
}
