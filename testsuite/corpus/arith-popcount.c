/* The bits of a mask are counted, but its upper half is unset. */
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
	unsigned int half = 0x0f0f0f0f * argc;
	unsigned long mask;

#ifdef BUG
	memcpy(&mask, &half, sizeof(half));
#else
	mask = half;
#endif
	if (__builtin_popcountl(mask) == 16)	/* bug */
		puts("sixteen");
	return 0;
}
