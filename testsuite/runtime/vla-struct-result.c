/* A struct of variable size is returned with what its function stored. */
/* { dg-kmsan-report {uninit-value in main} {stored to memory at:\n get[^\n]+\n main} {Local variable b created at:\n main} } */
#include "use.h"

int main(int argc, char **argv)
{
	struct s {
		int first;
		int rest[argc + 3];
	} a, b;

	noipa struct s get(void)
	{
		return b;
	}

	b.first = 1;
	b.rest[1] = 1;
	touch(&b);
	a = get();
	touch(&a);
	use(a.first);
	use(a.rest[1]);
	use(a.rest[2]);
	return 0;
}
