/* A big-endian length of four bytes, of which three have been received. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
	unsigned char *packet = malloc(8);
	uint32_t length;

#ifdef BUG
	memcpy(packet, "\x00\x00\x01", 3);
#else
	memcpy(packet, "\x00\x00\x01\x10", 4);
#endif
	memcpy(&length, packet, 4);
	length = __builtin_bswap32(length);
	if (length > 0x10000)
		puts("that much is known");
	if (length == 272)	/* bug */
		puts("272");
	free(packet);
	return 0;
}
