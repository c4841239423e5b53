/* malloc-like attributes say nothing about shadow: memory from one of the
   program's own functions is as initialised as that function left it. */
/* { dg-kmsan-report {uninit-value in main} {Uninit was created at:.* allocate} } */
#include <stdlib.h>
#include "use.h"

noipa __attribute__((malloc, returns_nonnull, alloc_size(1))) static void *
allocate(size_t size)
{
	int *p = malloc(size);

	p[0] = 1;
	return p;
}

int main(void)
{
	int *p = allocate(2 * sizeof(int));

	use(p[0] == 5);
	use(p[1] == 5);
	free(p);
	return 0;
}
