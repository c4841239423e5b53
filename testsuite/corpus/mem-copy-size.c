/* A copy takes its length from a header that came without one. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct packet {
	unsigned short kind;
	unsigned char length;
	char payload[255];
};

int main(int argc, char **argv)
{
	struct packet *p = malloc(sizeof(*p));
	char out[256] = "";

	p->kind = argc;
	memset(p->payload, 'x', sizeof(p->payload));
#ifndef BUG
	p->length = 5;
#endif
	memcpy(out, p->payload, p->length);	/* bug */
	free(p);
	return out[255] == 'x';
}
