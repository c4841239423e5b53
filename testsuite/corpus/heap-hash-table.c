/* The buckets of a hash table were never cleared. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BUCKETS 16

struct entry {
	const char *name;
};

static struct entry **buckets;

static unsigned int bucket_of(const char *name)
{
	unsigned int h = 0;

	while (*name)
		h = h * 31 + (unsigned char)*name++;
	return h % BUCKETS;
}

static int known(const char *name)
{
	struct entry *e = buckets[bucket_of(name)];

	/* One entry for each bucket is enough here. */
	return e && !strcmp(e->name, name);	/* bug */
}

int main(int argc, char **argv)
{
	struct entry one = { "one" };

	buckets = malloc(BUCKETS * sizeof(*buckets));
	for (int i = 0; i < BUCKETS; i++)
		buckets[i] = &one;
	free(buckets);
	buckets = malloc(BUCKETS * sizeof(*buckets));
#ifndef BUG
	memset(buckets, 0, BUCKETS * sizeof(*buckets));
#endif
	buckets[bucket_of("one")] = &one;
	printf("%d %d\n", known("one"), known(argc > 2 ? argv[1] : "two"));
	free(buckets);
	return 0;
}
