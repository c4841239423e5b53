/* The right side of && is only valid if the left side is true. */
#include <stdio.h>
#include <stdlib.h>

struct message {
	int has_priority;
	int priority;
};

static struct message *message(int priority)
{
	struct message *m = malloc(sizeof(*m));

	m->has_priority = priority != 0;
	if (priority)
		m->priority = priority;
	return m;
}

int main(int argc, char **argv)
{
	struct message *m = message(argc - 1);

#ifdef BUG
	if (!m->has_priority && m->priority > 3)	/* bug */
#else
	if (m->has_priority && m->priority > 3)
#endif
		puts("urgent");
	free(m);
	return 0;
}
