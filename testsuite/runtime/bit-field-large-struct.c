/* Bit-fields at the end of a large struct, which GCC reads in one access. */
/* { dg-kmsan-report {uninit-value in both} } */
#include <stdlib.h>
#include "use.h"

struct large {
	char before[5000];
	unsigned a : 1, b : 1, c : 1, d : 1;
};

noipa static void set(struct large *p, unsigned value)
{
	p->a = value;
	p->c = value;
}

noipa static void both(struct large *p)
{
	use(p->a && p->b);
}

noipa static void initialised(struct large *p)
{
	use(p->a && p->c);
}

int main(void)
{
	struct large *p = malloc(sizeof(*p));

	touch(p);
	set(p, 1);
	initialised(p);
	both(p);
	free(p);
	return 0;
}
