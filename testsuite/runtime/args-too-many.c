/* The context state has room for 800 bytes of arguments.  Anything after that
   counts as initialised, but eager checks still check it. */
/* { dg-kmsan-report eager {uninit-value in main} } */
/* { dg-kmsan-report lazy {uninit-value in last_that_fits} } */
/* { dg-kmsan-modes eager lazy } */
#include "shadow.h"

struct big {
	char c[792];
};

noipa static void last_that_fits(struct big big, int x)
{
	touch(&big);
	use(x == 0);
}

noipa static void first_that_does_not(struct big big, int x, struct big other,
				      int y)
{
	touch(&big);
	touch(&other);
	use(x == 2);
	use(other.c[5] == 2);
	use(other.c[791] == 2);
	use(y == 2);
}

int main(void)
{
	static struct big big, poisoned;
	int x = 1;

	kmsan_poison_memory(&poisoned, sizeof(poisoned));
	first_that_does_not(big, x, poisoned, x);
	poison_bits(x, 1);
	last_that_fits(big, x);
	return 0;
}
