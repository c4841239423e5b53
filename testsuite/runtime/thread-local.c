/* Thread-local variables are initialised in every thread. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -pthread" } */
#include <pthread.h>
#include "use.h"

static __thread long counter[8];

static void *run(void *argument)
{
	touch(counter);
	use(counter[5] == 5);
	counter[5] = 1;
	return argument;
}

int main(void)
{
	pthread_t thread;

	for (int i = 0; i < 2; i++) {
		pthread_create(&thread, 0, run, 0);
		pthread_join(thread, 0);
	}
	run(0);
	return 0;
}
