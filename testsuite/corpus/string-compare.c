/* A name that a lookup did not find is compared. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int lookup(int id, char *name)
{
	if (id != 7)
		return 0;
	strcpy(name, "seven");
	return 1;
}

int main(int argc, char **argv)
{
	char *name = malloc(16);
	int found = lookup(argc, name);

#ifdef BUG
	(void)found;
	name[15] = 0;
	if (!strcmp(name, "seven"))	/* bug */
#else
	if (found && !strcmp(name, "seven"))
#endif
		puts("it is");
	free(name);
	return 0;
}
