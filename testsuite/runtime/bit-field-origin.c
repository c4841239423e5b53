/* The origin of a bit-field is that of the word it is in. */
/* { dg-kmsan-report {uninit-value in get} {Local variable f created at:\n main} } */
#include "use.h"

struct fields {
	unsigned a : 3;
	unsigned b : 7;
};

noipa static void set(struct fields *f)
{
	f->a = 1;
}

noipa static void get(struct fields *f)
{
	use(f->a == 2);
	use(f->b == 2);
}

int main(void)
{
	struct fields f;

	touch(&f);
	set(&f);
	get(&f);
	return 0;
}
