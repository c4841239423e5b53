/* A cursor that was never set indexes a table. */
#include <stdio.h>
#include <stdlib.h>

struct cursor {
	const char *const *names;
	unsigned char at;
};

static const char *const names[256] = { "zero", "one" };

int main(int argc, char **argv)
{
	struct cursor *c = malloc(sizeof(*c));
	const char *name;

	c->names = names;
#ifndef BUG
	c->at = 1;
#endif
	name = c->names[c->at];	/* bug */
	printf("%s\n", name ? name : "none");	/* bug */
	free(c);
	return 0;
}
