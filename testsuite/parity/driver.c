/*
 * driver.c - calls every pair once, with poison.
 *
 * Built with the plugin, once for each table of pairs: PAIRS, from parity.exp.
 */
#include <stdio.h>
#include "pair.h"

void hit(void)
{
}

/* Leaves all but the first as they are. */
__no_sanitize_memory void fill(int *to)
{
	(void)to;
}

void put(int value)
{
	(void)value;
}

#define DECLARE(name) int name(struct pair *v, int *p);
PAIRS(DECLARE)
#undef DECLARE

static void call(const char *name, int (*caller)(struct pair *, int *))
{
	struct pair v;
	int words[4];

	fill(&v.a);
	fill(words);
	fprintf(stderr, "== %s\n", name);
	if (caller(&v, words) == 5)
		hit();
}

int main(void)
{
#define CALL(name) call(#name, name);
	PAIRS(CALL)
	return 0;
}
