/* With counters for a profile. */
/* { dg-kmsan-report {uninit-value in branch} {Local variable x created at:\n main} } */
/* { dg-options "-g -fprofile-generate -fprofile-update=atomic" } */
/* { dg-kmsan-levels -O0 -O2 } */
#include "use.h"

struct s {
	int a, b[4];
};

noipa static void branch(int *p)
{
	use(*p == 5);
}

noipa static int index_of(struct s *s, int i)
{
	return s->b[i] + s->a;
}

int main(int argc, char **argv)
{
	struct s s = { argc, { 1, 2, 3, argc } };
	int x;

	touch(&x);
	touch(&s);
	use(index_of(&s, argc) == 5);
	branch(&argc);
	branch(&x);
	return 0;
}
