/* What && and || skip is not used, though GCC may look at both at once. */
/* { dg-kmsan-report {uninit-value in both} } */
#include "shadow.h"

noipa static int left_out(int *a, int *b)
{
	use(*a && *b);
	use(!*a || *b);
	return *a && *b;
}

noipa static int both(int *a, int *b)
{
	use(*a && *b);
	return 0;
}

int main(void)
{
	int zero = 0, one = 1, x;

	touch(&x);
	use(left_out(&zero, &x));
	both(&one, &zero);
	both(&one, &x);
	return 0;
}
