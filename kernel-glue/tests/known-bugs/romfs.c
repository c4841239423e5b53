// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * romfs.c - read a file that goes on after the end of its file system.
 */
#include "bug.h"

#define NEXT_IS_REGULAR 2

static unsigned char image[1 << 16];

static void put32(int at, uint32_t value)
{
	value = htonl(value);
	memcpy(image + at, &value, 4);
}

/* Each header's words add up to zero. */
static void sum(int at, int size, int where)
{
	uint32_t total = 0, word;

	put32(where, 0);
	for (int i = 0; i < size; i += 4) {
		memcpy(&word, image + at + i, 4);
		total += ntohl(word);
	}
	put32(where, -total);
}

static void file(int at, uint32_t next, uint32_t spec, uint32_t size,
		 const char *name)
{
	put32(at, next);
	put32(at + 4, spec);
	put32(at + 8, size);
	strcpy((char *)image + at + 16, name);
	sum(at, 32, at + 12);
}

int main(void)
{
	char data[4096];
	int fd;

	memcpy(image, "-rom1fs-", 8);
	put32(8, 1024);
	file(32, 64 | 1, 32, 0, ".");
	file(64, NEXT_IS_REGULAR, 0, sizeof(data), "long");
	sum(0, 512, 12);
	mount_image(image, sizeof(image), "romfs", MS_RDONLY, NULL);
	fd = must(open("/known-bug/long", O_RDONLY), "long");
	if (read(fd, data, sizeof(data)) < 0)
		warn("read");
	return 0;
}
