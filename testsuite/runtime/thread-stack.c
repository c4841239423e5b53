/* A new thread's locals are uninitialised, and the report has the thread's own
   stack. */
/* { dg-kmsan-report {uninit-value in run} {Local variable x created at:\n run} } */
/* { dg-options "-g -pthread" } */
#include <pthread.h>
#include "use.h"

static void *run(void *argument)
{
	int x[4];

	touch(x);
	use(x[2] == 5);
	return argument;
}

int main(void)
{
	pthread_t thread;

	pthread_create(&thread, 0, run, 0);
	pthread_join(thread, 0);
	return 0;
}
