/* strcpy() leaves the rest of the buffer as it was; a fixed column is read. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
	char *record = malloc(40);

#ifdef BUG
	strcpy(record, argc == 1 ? "short" : argv[1]);
#else
	snprintf(record, 40, "%-39s", argc == 1 ? "short" : argv[1]);
#endif
	if (record[30] == 'x')	/* bug */
		puts("marked");
	free(record);
	return 0;
}
