/* A pointer in a structure is dereferenced, but was never set. */
#include <kmsan.h>
#include <stdio.h>
#include <stdlib.h>

struct device {
	int id;
	const int *irq;
};

static const int irq = 9;

/* A pool hands out used memory, whose old contents look valid. */
static struct device *take(void)
{
	struct device *d = malloc(sizeof(*d));

	d->irq = &irq;
	kmsan_poison_memory(d, sizeof(*d));
	return d;
}

static int line(const struct device *d)
{
	return *d->irq;	/* bug */
}

int main(int argc, char **argv)
{
	struct device *d = take();

	d->id = argc;
#ifndef BUG
	d->irq = &irq;
#endif
	printf("%d\n", line(d) > 3);
	free(d);
	return 0;
}
