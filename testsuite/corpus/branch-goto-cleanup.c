/* The error path frees a buffer that was not allocated yet. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int load(int kind)
{
#ifdef BUG
	char *name;
#else
	char *name = NULL;
#endif
	int ret = -1;

	if (kind != 7)
		goto out;
	name = malloc(10);
	if (!name)
		goto out;
	strcpy(name, "seven");
	ret = puts(name) < 0;
out:
	if (name)	/* bug */
		puts("freeing");
	return ret;
}

int main(int argc, char **argv)
{
	return load(argc) != -1;
}
