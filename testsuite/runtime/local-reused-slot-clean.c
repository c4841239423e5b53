/* An initialised local does not inherit poison from its place on the stack. */
/* { dg-kmsan-clean } */
#include "use.h"

struct s {
	int a, b;
	long c[4];
};

noipa static void first(void)
{
	char a[256];

	touch(a);
}

noipa static int second(int value)
{
	struct s s = { value, 0, { 1, 2, 3, value } };

	touch(&s);
	use(s.b);
	return s.a + (int)s.c[2] + (int)s.c[3];
}

noipa static int third(int value)
{
	touch(&value);
	return value;
}

noipa static int fourth(int value)
{
	volatile int copy = value;

	return copy;
}

int main(void)
{
	first();
	use(second(3));
	first();
	use(third(3));
	first();
	use(fourth(3));
	return 0;
}
