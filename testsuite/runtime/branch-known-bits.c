/* A branch that the initialised bits decide does not use the others, whatever
   masks and shifts GCC turns it into. */
/* { dg-kmsan-report {uninit-value in undecided} } */
#include "shadow.h"

struct flags {
	unsigned a : 1, b : 1, c : 6, d : 8;
	unsigned short e;
};

noipa static void decided(struct flags *f, unsigned *x)
{
	use(f->a);
	use(f->a && f->d == 3);
	use((*x & 0xff00) == 0x1200);
	use(*x >> 16 == 5);
	use((*x & 0x8000) && (*x & 0x4000));
	use((unsigned char)(*x >> 8) > 0x10);
	use(*x > 0x20000);
}

noipa static void undecided(unsigned *x)
{
	use((*x & 0xff) == 0x12);
}

int main(void)
{
	struct flags f = { .a = 1, .d = 3 };
	unsigned x = 0x00051200;

	poison_bits(f, 0xffff00fe);
	poison_bits(x, 0x000000ff);
	decided(&f, &x);
	undecided(&x);
	return 0;
}
