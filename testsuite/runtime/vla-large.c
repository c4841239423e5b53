/* An array of variable length that spans pages is poisoned and unpoisoned as a
   whole. */
/* { dg-kmsan-report {uninit-value in main} {Local variable a created at:\n main} } */
/* { dg-kmsan-report {uninit-value in main} {Local variable a created at:\n main} } */
#include <string.h>
#include "use.h"

int main(int argc, char **argv)
{
	char a[20000 + argc];

	touch(a);
	use(a[0]);
	use(a[20000]);
	memset(a, 0, sizeof(a));
	use(a[0]);
	use(a[10000]);
	use(a[20000]);
	return 0;
}
