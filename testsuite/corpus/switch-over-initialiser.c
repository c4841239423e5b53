/* A later case skips the initialiser in an earlier one. */
#include <stdio.h>

__attribute__((noinline)) static int size_of(int kind, int n)
{
	switch (kind) {
	case 0:;
		int unit = 8;

		puts("in units of eight");
#ifndef BUG
	case 2:
		return n * unit;
	case 1:
		return n;
#else
	case 1:
		return n * unit;
#endif
	}
	return 0;
}

int main(int argc, char **argv)
{
	if (size_of(argc, 3) > 20)	/* bug */
		puts("large");
	return 0;
}
