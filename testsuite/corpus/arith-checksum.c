/* A checksum over a frame, of which only the header has been written. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint16_t checksum(const uint8_t *p, int n)
{
	uint16_t sum = 0xffff;

	for (int i = 0; i < n; i++) {
		sum = (uint16_t)(sum << 3 | sum >> 13);
		sum ^= p[i];
	}
	return sum;
}

int main(int argc, char **argv)
{
	uint8_t *frame = malloc(32);

	memcpy(frame, "\x45\x00\x00\x20", 4);
	for (int i = 4; i < 20; i++)
		frame[i] = i * argc;
#ifndef BUG
	memset(frame + 20, 0, 12);
#endif
	if (checksum(frame, 32) == 0x1234)	/* bug */
		puts("lucky");
	free(frame);
	return 0;
}
