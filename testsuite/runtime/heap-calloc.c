/* calloc's memory is initialised. */
/* { dg-kmsan-clean } */
#include <stdlib.h>

int main(void)
{
	volatile int *p = calloc(1, sizeof(*p));

	if (*p)
		__asm__ volatile("");
	free((void *)p);
	return 0;
}
