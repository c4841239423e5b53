/* All of malloc's relatives return uninitialised memory. */
/* { dg-kmsan-report {uninit-value in branch} {Uninit was created at:.* main} } */
/* { dg-kmsan-report {uninit-value in branch} {Uninit was created at:.* main} } */
/* { dg-kmsan-report {uninit-value in branch} {Uninit was created at:.* main} } */
/* { dg-kmsan-levels -O0 -O2 } */
#define _GNU_SOURCE
#include <malloc.h>
#include <stdlib.h>
#include "use.h"

noipa static void branch(int *p)
{
	use(*p);
}

int main(void)
{
	void *p;

	branch(aligned_alloc(64, 128));
	branch(memalign(64, 128));
	if (!posix_memalign(&p, 64, 128))
		branch(p);
	return 0;
}
