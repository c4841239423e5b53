/* Each thread has its own context state, and an initialised argument. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes eager lazy } */
/* { dg-options "-g -pthread" } */
#include <pthread.h>
#include "use.h"

noipa static int poisoned(int x)
{
	int y;

	touch(&y);
	return y + x;
}

noipa static int clean(int x)
{
	touch(&x);
	return x;
}

static void *run_poisoned(void *argument)
{
	use(!argument);
	for (int i = 0; i < 100000; i++)
		poisoned(i);
	return argument;
}

static void *run_clean(void *argument)
{
	use(!argument);
	for (int i = 0; i < 100000; i++)
		use(clean(i) == 5);
	return argument;
}

int main(int argc, char **argv)
{
	pthread_t a, b;
	void *result;

	pthread_create(&a, 0, run_poisoned, argv);
	pthread_create(&b, 0, run_clean, argv);
	pthread_join(a, &result);
	use(!result);
	pthread_join(b, &result);
	use(!result);
	return 0;
}
