/* A thread reads a part of its argument that its creator left out. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct work {
	int first, last;
};

static void *worker(void *data)
{
	struct work *w = data;

	if (w->last > w->first)	/* bug */
		puts("working");
	return NULL;
}

int main(int argc, char **argv)
{
	struct work *w = malloc(sizeof(*w));
	pthread_t thread;

	w->first = argc;
#ifndef BUG
	w->last = 10;
#endif
	if (pthread_create(&thread, NULL, worker, w))
		return 1;
	pthread_join(thread, NULL);
	free(w);
	return 0;
}
