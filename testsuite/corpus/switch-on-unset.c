/* A message's type is switched on, but the sender did not fill it in. */
#include <stdio.h>
#include <stdlib.h>

enum type { HELLO, DATA, BYE };

struct message {
	int id;
	enum type type;
};

static const char *name(const struct message *m)
{
	switch (m->type) {	/* bug */
	case HELLO:
		return "hello";
	case DATA:
		return "data";
	case BYE:
		return "bye";
	}
	return "unknown";
}

int main(int argc, char **argv)
{
	struct message *m = malloc(sizeof(*m));

	m->id = argc;
#ifndef BUG
	m->type = DATA;
#endif
	puts(name(m));
	free(m);
	return 0;
}
