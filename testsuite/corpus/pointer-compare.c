/* The end of a buffer is compared with a position that was never set. */
#include <stdio.h>
#include <stdlib.h>

struct stream {
	char *buffer, *at, *end;
};

static int at_end(const struct stream *s)
{
	return s->at == s->end;
}

int main(int argc, char **argv)
{
	struct stream *s = malloc(sizeof(*s));

	s->buffer = malloc(16);
	s->end = s->buffer + 16;
#ifndef BUG
	s->at = s->buffer;
#endif
	if (at_end(s))	/* bug */
		puts("at the end");
	free(s->buffer);
	free(s);
	return 0;
}
