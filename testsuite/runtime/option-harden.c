/* With comparisons and branches done twice, ours too, and registers cleared at
   each return. */
/* { dg-kmsan-report {uninit-value in branch} {Local variable x created at:\n main} } */
/* { dg-options "-g -fharden-compares -fharden-conditional-branches -fzero-call-used-regs=all" } */
/* { dg-kmsan-levels -O0 -O2 } */
/* { dg-kmsan-modes eager lazy } */
#include "use.h"

noipa static void branch(int *p)
{
	use(*p == 5);
}

noipa static int between(int *p, int low, int high)
{
	return (*p > low) & (*p < high);
}

int main(int argc, char **argv)
{
	int x;

	touch(&x);
	use(between(&argc, 0, argc + 1) == 5);
	branch(&argc);
	branch(&x);
	return 0;
}
