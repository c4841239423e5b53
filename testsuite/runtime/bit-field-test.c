/* Comparing one bit-field does not look at its neighbours in the same byte,
   whatever load and mask GCC turns it into. */
/* { dg-kmsan-report {uninit-value in poisoned} } */
#include "use.h"

struct flags {
	unsigned char set : 1, other : 1, more : 2, rest : 4;
};

noipa static void init(struct flags *f)
{
	f->set = 1;
	f->more = 2;
}

noipa static void clean(struct flags *f)
{
	use(f->set);
	use(f->more == 2);
	use(f->set && f->more == 2);
}

noipa static void poisoned(struct flags *f)
{
	use(f->other);
}

int main(void)
{
	struct flags f;

	init(&f);
	clean(&f);
	poisoned(&f);
	return 0;
}
