/* A reference count that was never initialised is read atomically. */
#include <stdio.h>
#include <stdlib.h>

struct object {
	int kind;
	int references;
};

int main(int argc, char **argv)
{
	struct object *o = malloc(sizeof(*o));

	o->kind = argc;
#ifndef BUG
	__atomic_store_n(&o->references, 1, __ATOMIC_RELAXED);
#endif
	if (__atomic_load_n(&o->references, __ATOMIC_ACQUIRE) > 3)	/* bug */
		puts("shared");
	free(o);
	return 0;
}
