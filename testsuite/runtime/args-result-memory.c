/* The callee fills the memory of a big result, and leaves in it what it does
   not set. */
/* { dg-kmsan-report {uninit-value in main} {stored to memory at:} {Local variable s created at:\n get} } */
#include "use.h"

struct big {
	long a[10];
};

noipa static struct big get(int n)
{
	struct big s;

	touch(&s);
	s.a[3] = n;
	return s;
}

int main(void)
{
	struct big s = get(1);

	touch(&s);
	use(s.a[3] == 2);
	use(s.a[4] == 2);
	return 0;
}
