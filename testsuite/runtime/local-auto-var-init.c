/* When GCC is told to initialise locals, none is uninitialised. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -ftrivial-auto-var-init=zero" } */
#include "use.h"

struct s {
	char c;
	long l;
};

noipa static int in_register(int *set)
{
	int x;

	if (*set)
		x = 1;
	return x;
}

int main(void)
{
	int x, no = 0, array[40];
	struct s s;

	touch(&x);
	touch(array);
	touch(&s);
	use(x);
	use(array[30]);
	use(s.c);
	use(in_register(&no));
	return 0;
}
