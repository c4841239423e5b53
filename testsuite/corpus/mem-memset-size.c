/* A buffer is cleared with the size of the pointer to it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
	unsigned char *seen = malloc(64);

#ifdef BUG
	memset(seen, 0, sizeof(seen));
#else
	memset(seen, 0, 64);
#endif
	seen[argc] = 1;
	if (seen[argc + 20])	/* bug */
		puts("twice");
	free(seen);
	return 0;
}
