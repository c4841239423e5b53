/* Bits are set in a bitmap that has not been cleared. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BITS 128
#define WORD (8 * sizeof(long))

static void set(unsigned long *map, int bit)
{
	map[bit / WORD] |= 1ul << bit % WORD;
}

static int test(const unsigned long *map, int bit)
{
	return map[bit / WORD] >> bit % WORD & 1;
}

int main(int argc, char **argv)
{
	unsigned long *map = malloc(BITS / 8);

#ifndef BUG
	memset(map, 0, BITS / 8);
#endif
	set(map, 3 + argc);
	if (test(map, 3 + argc))
		puts("as it should be");
	if (test(map, 70 + argc))	/* bug */
		puts("nobody set that");
	free(map);
	return 0;
}
