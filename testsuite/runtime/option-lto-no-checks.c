/* The arguments that a file was compiled with apply, not those of the link. */
/* { dg-kmsan-report {uninit-value in main} {Local variable frame created at:\n dirty} } */
/* { dg-options "-g -flto" } */
/* { dg-kmsan-levels -O0 -O2 } */
/* { dg-kmsan-with lto-branch.c -fplugin-arg-kmsan-no-checks } */
#include "use.h"

int lto_branch(void);

noipa static int dirty(void)
{
	int frame[64];

	touch(frame);
	return frame[40];
}

int main(void)
{
	int poisoned = dirty();

	lto_branch();
	use(poisoned == 5);
	return 0;
}
