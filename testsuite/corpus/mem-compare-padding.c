/* Two structures with padding are compared byte by byte. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct key {
	char kind;
	long number;
};

static struct key *key(char kind, long number)
{
	struct key *k = malloc(sizeof(*k));

#ifndef BUG
	memset(k, 0, sizeof(*k));
#endif
	k->kind = kind;
	k->number = number;
	return k;
}

int main(int argc, char **argv)
{
	struct key *a = key('a', argc), *b = key('a', argc);

	if (memcmp(a, b, sizeof(*a)))	/* bug */
		puts("different");
	free(a);
	free(b);
	return 0;
}
