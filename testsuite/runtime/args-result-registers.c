/* A result in two registers has the shadow of both, and one origin. */
/* { dg-kmsan-report {uninit-value in main} {stored to memory at:} {Local variable s created at:\n get} } */
#include "use.h"

struct pair {
	long a;
	double d;
};

noipa static struct pair get(int n)
{
	struct pair s;

	touch(&s);
	s.a = n;
	return s;
}

int main(void)
{
	struct pair s = get(1);

	touch(&s);
	use(s.a == 2);
	use(s.d == 2);
	return 0;
}
