// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * ext4-evict.c - create files until no inode is left, so that one that was
 * begun is evicted.
 */
#include "bug.h"
#include <errno.h>

int main(void)
{
	static char image[4 << 20];
	char name[64];
	int fd = must(open("/ext4.img", O_RDONLY), "/ext4.img");
	ssize_t size = must(read(fd, image, sizeof(image)), "/ext4.img");

	mount_image(image, size, "ext4", 0, NULL);
	for (int i = 0; i < 10000; i++) {
		snprintf(name, sizeof(name), "/known-bug/%d", i);
		fd = open(name, O_CREAT | O_WRONLY, 0600);
		if (fd < 0 && errno == ENOSPC)
			return 0;
		must(fd, name);
		close(fd);
	}
	errx(1, "there are too many inodes");
}
