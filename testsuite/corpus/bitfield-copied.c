/* A bit-field is copied from one that is unset. */
#include <stdio.h>
#include <stdlib.h>

struct source {
	unsigned int kind : 3, size : 9, rest : 20;
};

struct target {
	unsigned short size : 9, valid : 1;
};

int main(int argc, char **argv)
{
	struct source *s = malloc(sizeof(*s));
	struct target *t = malloc(sizeof(*t));

	s->kind = 1;
	s->rest = argc;
#ifndef BUG
	s->size = 100;
#endif
	t->valid = 1;
	t->size = s->size;
	if (t->valid && t->size > 50)	/* bug */
		puts("large");
	free(s);
	free(t);
	return 0;
}
