/* What an uninstrumented function does to memory goes unseen: reads are not
   reported, and writes leave the shadow as it was. */
/* { dg-kmsan-report {uninit-value in main} {Local variable x created at:\n main} } */
#include <kmsan.h>
#include "use.h"

__no_sanitize_memory noipa static void set(int *p)
{
	use(*p == 5);
	*p = 1;
}

__no_sanitize_memory noipa static int local(void)
{
	int x;

	touch(&x);
	return x;
}

int main(void)
{
	int x;

	touch(&x);
	use(local() == 5);
	set(&x);
	use(x == 5);
	return 0;
}
