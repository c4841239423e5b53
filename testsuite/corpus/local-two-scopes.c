/* The second of two blocks relies on the value of a variable of the first. */
#include <stdio.h>

static int last(int n)
{
	int result = 0;

	for (int i = 0; i < n; i++) {
		{
			int cache[4];

			if (i == 0)
				for (int j = 0; j < 4; j++)
					cache[j] = j;
#ifndef BUG
			else
				for (int j = 0; j < 4; j++)
					cache[j] = j + 1;
#endif
			result += cache[i & 3];
		}
	}
	return result;
}

int main(int argc, char **argv)
{
	if (last(argc + 2) > 3)	/* bug */
		puts("more than three");
	return 0;
}
