/* The condition of a do loop reads what only every other pass sets. */
#include <stdio.h>

static int next_event(int n)
{
	return n * 7 % 5;
}

int main(int argc, char **argv)
{
	int n = argc, seen = 0, more;

	do {
		int event = next_event(n++);

		if (event & 1)
			more = event != 1;
#ifndef BUG
		else
			more = 1;
#endif
		seen++;
	} while (seen < 9 && more);	/* bug */
	printf("%d events\n", seen);
	return 0;
}
