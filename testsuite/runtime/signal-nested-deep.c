/* Handlers that interrupt each other more often than there are places for their
   context states: nothing is reported by mistake. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes lazy } */
#include "signal-nested.h"

INTERRUPTED(clean);

static void handler(int number)
{
	nest(20);
	poisoned(depth);
}

int main(void)
{
	use(run(handler) == 5);
	return depth != 20;
}
