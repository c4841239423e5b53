/* Only the low flags are set; a test of a high one reads an unset bit. */
#include <stdio.h>
#include <stdlib.h>

#define READ 0x01
#define WRITE 0x02
#define LOCKED 0x100

struct file {
	unsigned short flags;
};

int main(int argc, char **argv)
{
	struct file *f = malloc(sizeof(*f));

	*(unsigned char *)&f->flags = argc & 1 ? READ : WRITE;
#ifdef BUG
	if (f->flags & LOCKED)	/* bug */
#else
	if (f->flags & WRITE)
#endif
		puts("not now");
	free(f);
	return 0;
}
