/* Freed memory is poisoned, and a report says that it was freed, and where. */
/* { dg-kmsan-report {BUG: KMSAN: use-after-free in main} {Uninit was created at:.* main} } */
#include <stdlib.h>
#include "use.h"

int main(void)
{
	int *p = calloc(4, sizeof(int));

	touch(p);
	use(p[3]);
	free(p);
	/* Keep the compiler from knowing that this is the same pointer. */
	__asm__ volatile("" : "+r"(p));
	use(p[3]);
	return 0;
}
