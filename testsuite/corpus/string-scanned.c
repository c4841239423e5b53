/* sscanf() converts only one of two numbers; its result is ignored. */
#include <stdio.h>

int main(int argc, char **argv)
{
	const char *text = argc == 1 ? "10 x" : argv[1];
	int width, height;

#ifdef BUG
	sscanf(text, "%d %d", &width, &height);
#else
	if (sscanf(text, "%d %d", &width, &height) != 2)
		width = height = 0;
#endif
	if (width > 1000)
		puts("wide");
	if (height > 5)	/* bug */
		puts("high");
	return 0;
}
