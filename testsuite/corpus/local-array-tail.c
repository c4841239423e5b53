/* A digit buffer is filled from its end, but read from its start. */
#include <stdio.h>

static int leading(unsigned int n)
{
	char digits[10];
	int at = sizeof(digits);

	do {
		digits[--at] = '0' + n % 10;
		n /= 10;
	} while (n);
#ifdef BUG
	at = 0;
#endif
	return digits[at] - '0';
}

int main(int argc, char **argv)
{
	if (leading(4096 * argc) == 4)	/* bug */
		puts("four");
	return 0;
}
