/* strncpy() does not terminate a string that just fits. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
	char *name = malloc(16);

	strncpy(name, argc == 1 ? "eightlet" : argv[1], 8);
#ifndef BUG
	name[8] = 0;
#endif
	name[15] = 0;
	if (strlen(name) > 5)	/* bug */
		puts("yes");
	free(name);
	return 0;
}
