/* A _Bool that is stored is a byte, each bit of it initialised. */
/* { dg-kmsan-clean } */
#include "shadow.h"

struct flags {
	_Bool a, b;
};

noipa static void set(struct flags *f, int *value)
{
	f->a = *value > 3;
}

int main(void)
{
	struct flags f;
	int x = 1;

	poison_bits(f, ALL);
	set(&f, &x);
	expect_shadow(f, 0xff00);
	poison_bits(x, ALL);
	set(&f, &x);
	expect_shadow(f, 0xff01);
	return 0;
}
