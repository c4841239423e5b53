/* Handlers that interrupt each other put back the shadow of a result that was on
   its way. */
/* { dg-kmsan-report {uninit-value in main} {Local variable y created at:\n poisoned} } */
/* { dg-kmsan-modes lazy } */
#include "signal-nested.h"

INTERRUPTED(poisoned);

static void handler(int number)
{
	nest(4);
	clean(depth);
}

int main(void)
{
	use(run(handler) == 5);
	return depth != 4;
}
