/* No case of a function's switch applies: it returns an unset value. */
#include <stdio.h>
#include <stdlib.h>

struct rule {
	int id, action;
};

__attribute__((noinline)) static int action_of(const struct rule *r)
{
	return r->action;
}

static struct rule *rule(int id)
{
	struct rule *r = malloc(sizeof(*r));

	r->id = id;
#ifndef BUG
	r->action = id + 1;
#endif
	return r;
}

int main(int argc, char **argv)
{
	struct rule *r = rule(argc);

	if (action_of(r) == 2)	/* bug */
		puts("drop");
	free(r);
	return 0;
}
