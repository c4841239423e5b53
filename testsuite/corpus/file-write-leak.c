/* A reply with a hole in it leaves the program. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct reply {
	int status;
	char text[12];
};

int main(int argc, char **argv)
{
	struct reply *r = malloc(sizeof(*r));
	int ends[2];

	if (pipe(ends))
		return 1;
#ifndef BUG
	memset(r, 0, sizeof(*r));
#endif
	r->status = argc;
	strcpy(r->text, "fine");
	if (write(ends[1], r, sizeof(*r)) < 0)	/* bug */
		return 1;
	free(r);
	return 0;
}
