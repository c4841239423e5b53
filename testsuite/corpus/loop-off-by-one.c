/* The loop that fills an array ends one element early. */
#include <stdio.h>

static void fill(int *table, int n)
{
#ifdef BUG
	for (int i = 0; i < n - 1; i++)
#else
	for (int i = 0; i < n; i++)
#endif
		table[i] = i * i;
}

int main(int argc, char **argv)
{
	int table[16], sum = 0;

	fill(table, 16);
	for (int i = 0; i < 16; i++)
		sum += table[i];
	if (sum == 1240)	/* bug */
		puts("right");
	return 0;
}
