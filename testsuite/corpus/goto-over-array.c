/* A retry jumps past the initialiser of an array that lives in memory. */
#include <stdio.h>

static void dirty(void)
{
	int used[40];

	for (int i = 0; i < 40; i++)
		used[i] = i;
	__asm__ volatile("" : : "r"(used) : "memory");
}

__attribute__((noinline)) static int attempt(int n)
{
#ifdef BUG
	if (n == 1)
		goto again;
#endif
	{
		int delays[4] = { 1, 2, 4, n };

		puts("starting");
again:
		__asm__ volatile("" : : "r"(delays) : "memory");
		return delays[2];
	}
}

int main(int argc, char **argv)
{
	dirty();
	if (attempt(argc) > 3)	/* bug */
		puts("slow");
	return 0;
}
