/* The version in a protocol header is set, the length next to it is not. */
#include <stdio.h>
#include <stdlib.h>

struct header {
	unsigned char length : 4;
	unsigned char version : 4;
	unsigned char service;
} __attribute__((packed));

static int header_bytes(const struct header *h)
{
	return h->length * 4;
}

int main(int argc, char **argv)
{
	struct header *h = malloc(20);

	h->version = 4;
	h->service = argc;
#ifndef BUG
	h->length = 5;
#endif
	if (h->version != 4)
		return 1;
	if (header_bytes(h) > 20)	/* bug */
		puts("with options");
	free(h);
	return 0;
}
