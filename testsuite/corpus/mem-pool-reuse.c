/* The program's own allocator hands out a block without clearing it. */
#include <kmsan.h>
#include <stdio.h>
#include <string.h>

static long pool[16];

static void *pool_alloc(void)
{
	void *block = &pool[4];

	kmsan_poison_memory(block, 4 * sizeof(long));
#ifndef BUG
	memset(block, 0, 4 * sizeof(long));
#endif
	return block;
}

int main(int argc, char **argv)
{
	long *block = pool_alloc();

	block[0] = argc;
	if (block[0] + block[3] > 5)	/* bug */
		puts("used");
	return 0;
}
