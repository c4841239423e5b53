/* malloc's memory is uninitialised; its origin is where it was allocated. */
/* { dg-kmsan-report {uninit-value in main} {Uninit was created at:.* main} } */
#include <stdlib.h>

int main(void)
{
	volatile int *p = malloc(sizeof(*p));

	if (*p)
		__asm__ volatile("");
	free((void *)p);
	return 0;
}
