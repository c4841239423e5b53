/* The origin of a small struct is not that of its neighbour. */
/* { dg-kmsan-report {uninit-value in main} {stored to memory} {Local variable wanted created at:} } */
/* { dg-kmsan-report {uninit-value in main} {Local variable first created at:} } */
#include "use.h"

struct six {
	short a, b, c;
};

noipa static struct six give(void)
{
	struct six wanted;

	wanted.a = 1;
	wanted.c = 3;
	return wanted;
}

noipa static short beside(void)
{
	short first, second;

	touch(&first);
	touch(&second);
	return first;
}

int main(void)
{
	use(give().b);
	use(beside());
	return 0;
}
