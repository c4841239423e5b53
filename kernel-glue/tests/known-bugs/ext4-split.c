// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * ext4-split.c - create a file of so many extents that their tree is split, and
 * read what is on the disk.
 */
#include "bug.h"

/* A block holds 84 extents. */
#define EXTENTS 200
#define BLOCK 1024

int main(void)
{
	static char image[4 << 20];
	int fd = must(open("/ext4.img", O_RDONLY), "/ext4.img");
	ssize_t size = must(read(fd, image, sizeof(image)), "/ext4.img");

	mount_image(image, size, "ext4", 0, NULL);
	fd = must(open("/known-bug/file", O_CREAT | O_WRONLY, 0600), "file");
	for (int i = 0; i < EXTENTS; i++)
		must(pwrite(fd, "x", 1, 2 * i * BLOCK), "pwrite");
	must(fsync(fd), "fsync");
	fd = must(open("/dev/ram0", O_RDONLY), "/dev/ram0");
	must(read(fd, image, size), "read");
	return 0;
}
