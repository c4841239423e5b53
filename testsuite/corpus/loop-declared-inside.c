/* A variable that a loop declares is expected to keep its value. */
#include <stdio.h>

int main(int argc, char **argv)
{
	int changes = 0;
#ifndef BUG
	int last = -1;
#endif

	for (int i = 0; i < 10; i++) {
#ifdef BUG
		int last;

		if (i == 0)
			last = -1;
#endif
		if (i / (argc + 1) != last)	/* bug */
			changes++;
		last = i / (argc + 1);
	}
	if (changes > 0)	/* bug */
		puts("yes");
	return 0;
}
