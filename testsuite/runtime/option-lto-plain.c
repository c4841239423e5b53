/* A file compiled without the plugin stays uninstrumented when LTO links it
   with others. */
/* { dg-kmsan-report {uninit-value in main} {Local variable frame created at:\n dirty} } */
/* { dg-options "-g -flto" } */
/* { dg-kmsan-levels -O0 -O2 } */
/* { dg-kmsan-plain lto-branch.c } */
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
