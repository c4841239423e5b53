/* A call that does not return passes its arguments' shadow. */
/* { dg-kmsan-report lazy {uninit-value in finish} {Local variable x created at:\n main} } */
/* { dg-kmsan-report eager {uninit-value in main} {Local variable x created at:\n main} } */
/* { dg-kmsan-modes eager lazy } */
#include <stdlib.h>
#include "use.h"

noipa __attribute__((noreturn)) static void finish(int x)
{
	use(x == 5);
	exit(0);
}

int main(void)
{
	int x;

	touch(&x);
	finish(x);
}
