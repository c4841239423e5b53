/* A hash of a structure's bytes includes the padding between its members. */
#include <stdio.h>

struct flow {
	unsigned int address;
	unsigned short port;
	/* Two bytes of padding. */
	unsigned int mark;
};

static unsigned int hash(const void *data, int n)
{
	const unsigned char *p = data;
	unsigned int h = 2166136261u;

	while (n--)
		h = (h ^ *p++) * 16777619;
	return h;
}

int main(int argc, char **argv)
{
	struct flow flow;
#ifndef BUG
	__builtin_memset(&flow, 0, sizeof(flow));
#endif
	flow.address = 0x7f000001;
	flow.port = 80 + argc;
	flow.mark = 1;
	if (hash(&flow, sizeof(flow)) & 1)	/* bug */
		puts("bucket 1");
	return 0;
}
