/* A scanner made of gotos skips the state that sets its result. */
#include <stdio.h>

static int scan(const char *p)
{
	int digits;

#ifndef BUG
	digits = 0;
#endif
start:
	if (*p == ' ') {
		p++;
		goto start;
	}
	if (*p >= '0' && *p <= '9') {
		digits = 0;
		goto number;
	}
	goto end;
number:
	digits++;
	p++;
	if (*p >= '0' && *p <= '9')
		goto number;
end:
	return digits;
}

int main(int argc, char **argv)
{
	const char *text = argc == 1 ? "  x12" : argv[1];

	if (scan(text) > 1)	/* bug */
		puts("a number");
	return 0;
}
