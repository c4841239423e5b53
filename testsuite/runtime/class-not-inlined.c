/* A function without checks is not inlined into one with them, or the other way
   round, however small it is. */
/* { dg-kmsan-report {uninit-value in checked} {Local variable x created at:\n main} } */
#include <kmsan.h>
#include "use.h"

__no_kmsan_checks static inline void unchecked(int *p)
{
	use(*p == 5);
	touch(p);
}

static inline void checked(int *p)
{
	use(*p == 5);
	touch(p);
}

__no_kmsan_checks noipa static void caller(int *p)
{
	checked(p);
}

int main(void)
{
	int x;

	touch(&x);
	unchecked(&x);
	caller(&x);
	return 0;
}
