/* An instruction is given a register value that was never set. */
#include <stdio.h>
#include <stdlib.h>

struct port {
	unsigned int number, value;
};

int main(int argc, char **argv)
{
	struct port *p = malloc(sizeof(*p));
	unsigned int bit;

	p->number = argc;
#ifndef BUG
	p->value = 0x80;
#endif
	__asm__("lea (%1, %1), %0" : "=r"(bit) : "r"(p->value | 1));	/* bug */
	free(p);
	return bit == 0x123456;
}
