/* Bit-fields are set one by one; the word that they form has more bits. */
#include <stdint.h>
#include <stdio.h>

union entry {
	struct {
		uint64_t present : 1;
		uint64_t writable : 1;
		uint64_t unused : 10;
		uint64_t frame : 52;
	};
	uint64_t word;
};

static void map(union entry *e, uint64_t frame)
{
#ifndef BUG
	e->word = 0;
#endif
	e->present = 1;
	e->writable = 0;
	e->frame = frame;
}

int main(int argc, char **argv)
{
	union entry e;

	map(&e, argc);
	if ((e.word & 0xfff) == 1)	/* bug */
		puts("present only");
	return 0;
}
