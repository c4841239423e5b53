/* A struct of variable size, a GNU C extension, is copied with its shadow. */
/* { dg-kmsan-report {uninit-value in main} {stored to memory at:\n main} {Local variable a created at:\n main} } */
#include "use.h"

int main(int argc, char **argv)
{
	struct s {
		int first;
		int rest[argc + 3];
	} a, b;

	a.first = 1;
	a.rest[1] = 1;
	touch(&a);
	b = a;
	touch(&b);
	use(b.first);
	use(b.rest[1]);
	use(b.rest[2]);
	return 0;
}
