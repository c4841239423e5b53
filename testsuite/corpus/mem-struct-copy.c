/* A structure is copied as a whole; one of its members was never set. */
#include <stdio.h>
#include <stdlib.h>

struct job {
	int id, priority;
	long deadline;
	char name[24];
};

static void queue(struct job *slot, const struct job *job)
{
	*slot = *job;
}

int main(int argc, char **argv)
{
	struct job *job = malloc(sizeof(*job)), *slot = malloc(sizeof(*slot));

	job->id = argc;
	job->deadline = 100;
	snprintf(job->name, sizeof(job->name), "job %d", argc);
#ifndef BUG
	job->priority = 5;
#endif
	queue(slot, job);
	free(job);
	if (slot->priority > 3)	/* bug */
		puts(slot->name);
	free(slot);
	return 0;
}
