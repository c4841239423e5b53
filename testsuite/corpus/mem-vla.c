/* An array of variable length is only filled up to a smaller length. */
#include <stdio.h>

static int last_of(int n, int filled)
{
	int queue[n];

	for (int i = 0; i < filled; i++)
		queue[i] = i;
	return queue[n - 1] + queue[0];
}

int main(int argc, char **argv)
{
#ifdef BUG
	int filled = argc + 3;
#else
	int filled = argc + 4;
#endif

	if (last_of(argc + 4, filled) > 3)	/* bug */
		puts("more than three");
	return 0;
}
