/* The cases of a switch jump over the initialiser of one of its variables. */
#include <stdio.h>

static int cost(int kind, int size)
{
	switch (kind) {
		int base;
	case 0:
		base = 5;
		return base + size;
	case 1:
#ifndef BUG
		base = 7;
#endif
		return base * size;
	}
	return 0;
}

int main(int argc, char **argv)
{
	if (cost(argc, 3) > 20)	/* bug */
		puts("expensive");
	return 0;
}
