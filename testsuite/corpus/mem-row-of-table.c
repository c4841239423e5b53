/* A table gets a new row, which is used before it has been filled. */
#include <stdio.h>
#include <stdlib.h>

#define COLUMNS 5

static int sum(int (*table)[COLUMNS], int row)
{
	int sum = 0;

	for (int i = 0; i < COLUMNS; i++)
		sum += table[row][i];
	return sum;
}

int main(int argc, char **argv)
{
	int (*table)[COLUMNS] = malloc(3 * sizeof(*table));

	for (int i = 0; i < 2; i++)
		for (int j = 0; j < COLUMNS; j++)
			table[i][j] = i + j;
#ifdef BUG
	if (sum(table, argc + 1) > 3)	/* bug */
#else
	if (sum(table, argc) > 3)
#endif
		puts("more than three");
	free(table);
	return 0;
}
