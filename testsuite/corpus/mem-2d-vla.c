/* The border of a grid of variable size is read but was never written. */
#include <stdio.h>

static int neighbours(int n, int at)
{
	char grid[n][n];
	int count = 0;

#ifdef BUG
	for (int i = 1; i < n - 1; i++)
		for (int j = 1; j < n - 1; j++)
#else
	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++)
#endif
			grid[i][j] = (i + j) & 1;
	for (int i = at - 1; i <= at + 1; i++)
		for (int j = at - 1; j <= at + 1; j++)
			if (grid[i][j])	/* bug */
				count++;
	return count;
}

int main(int argc, char **argv)
{
	if (neighbours(argc + 5, argc) > 3)	/* bug */
		puts("yes");
	return 0;
}
