/* A function without checks does not clean memory that it only reads. */
/* { dg-kmsan-report {uninit-value in main} {Local variable x created at:\n main} } */
#include <kmsan.h>
#include "use.h"

__no_kmsan_checks noipa static void reads(int *p)
{
	use(*p == 5);
}

int main(void)
{
	int x;

	touch(&x);
	reads(&x);
	use(x == 5);
	return 0;
}
