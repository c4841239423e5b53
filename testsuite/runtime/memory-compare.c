/* memcmp uses what it compares, whatever GCC turns it into for a constant size
   or a result that is only tested for zero. */
/* { dg-kmsan-report {uninit-value in .*compare_large} } */
/* { dg-kmsan-report {uninit-value in .*(compare_small|main)} } */
#include <string.h>
#include "shadow.h"

noipa static int compare_large(char *a, char *b)
{
	return memcmp(a, b, 100) == 0;
}

noipa static int compare_small(char *a, char *b)
{
	return memcmp(a, b, 4) == 0;
}

int main(void)
{
	static char a[100], b[100];

	use(compare_large(a, b));
	use(compare_small(a, b));
	poison_bits(a[50], 1);
	use(compare_large(a, b));
	use(compare_small(a, b));
	poison_bits(a[3], 1);
	use(compare_small(a, b));
	return 0;
}
