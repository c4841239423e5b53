/* A signal handler has its own context state: it does not disturb the arguments
   and results of the code that it interrupts. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes eager lazy } */
#include <signal.h>
#include "use.h"

static volatile int count;

noipa static int poisoned(int x)
{
	int y;

	touch(&y);
	return y + x;
}

static void handler(int number)
{
	poisoned(1);
	count++;
}

noipa static int result(int x)
{
	raise(SIGUSR1);
	return x;
}

noipa static int argument(int x, int y)
{
	use(x == 5);
	use(y == 5);
	return x;
}

int main(int argc, char **argv)
{
	signal(SIGUSR1, handler);
	use(result(argc) == 5);
	argument(result(1), result(2));
	use(count == 1);
	return 0;
}
