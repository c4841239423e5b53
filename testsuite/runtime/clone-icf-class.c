/* Functions of different classes are not merged, even if they are identical. */
/* { dg-kmsan-report {uninit-value in checked} } */
#include <kmsan.h>
#include "use.h"

__no_kmsan_checks __attribute__((noinline)) static int unchecked(int *p)
{
	use(*p == 5);
	return *p;
}

__attribute__((noinline)) static int checked(int *p)
{
	use(*p == 5);
	return *p;
}

int main(void)
{
	int x;

	touch(&x);
	unchecked(&x);
	checked(&x);
	return 0;
}
