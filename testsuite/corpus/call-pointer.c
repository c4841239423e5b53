/* A table of operations lacks one, which is called anyway. */
#include <kmsan.h>
#include <stdio.h>
#include <stdlib.h>

struct operations {
	int (*open)(int);
	int (*close)(int);
};

static int opened(int n)
{
	return n + 1;
}

static int closed(int n)
{
	return n - 1;
}

/* Memory that held such a table before. */
static struct operations *table(void)
{
	struct operations *o = malloc(sizeof(*o));

	o->open = opened;
	o->close = closed;
	kmsan_poison_memory(o, sizeof(*o));
	return o;
}

int main(int argc, char **argv)
{
	struct operations *o = table();
	int n;

	o->open = opened;
#ifndef BUG
	o->close = closed;
#endif
	n = o->open(argc);
	n = o->close(n);	/* bug */
	free(o);
	return n - argc;
}
