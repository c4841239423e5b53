/* What follows snprintf()'s output in the buffer is compared, too. */
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
	char buffer[32], expected[32] = "id 1";

#ifndef BUG
	memset(buffer, 0, sizeof(buffer));
#endif
	snprintf(buffer, sizeof(buffer), "id %d", argc);
	if (!memcmp(buffer, expected, sizeof(buffer)))	/* bug */
		puts("same");
	return 0;
}
