/* A large structure is passed by value, its last member forgotten. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct settings {
	char name[40];
	int width, height;
	int depth;
};

__attribute__((noinline)) static int planes(int scale, struct settings s)
{
	if (s.depth * scale > 8)	/* bug */
		return 3;
	return 1;
}

int main(int argc, char **argv)
{
	struct settings *s = malloc(sizeof(*s));

	strcpy(s->name, "screen");
	s->width = 640;
	s->height = 480;
#ifndef BUG
	s->depth = 24;
#endif
	/* Clang passes only the member that is used. */
	printf("%d\n", planes(argc, *s) > 1);	/* bug */
	free(s);
	return 0;
}
