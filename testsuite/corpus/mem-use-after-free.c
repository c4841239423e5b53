/* A session is read after it has been freed. */
#include <stdio.h>
#include <stdlib.h>

struct session {
	int user, active;
};

static void close_session(struct session *s)
{
	s->active = 0;
	free(s);
}

int main(int argc, char **argv)
{
	struct session *s = malloc(sizeof(*s));
	int active;

	s->user = argc;
	s->active = argc;
#ifdef BUG
	close_session(s);
	active = s->active;
#else
	active = s->active;
	close_session(s);
#endif
	if (active)	/* bug */
		puts("still there");
	return 0;
}
