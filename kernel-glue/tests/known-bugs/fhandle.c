// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * fhandle.c - ask for the handle of a file on FAT, part of which is not set.
 */
#include "bug.h"

#define SECTOR 512
#define SECTORS 256

static unsigned char image[SECTORS * SECTOR];

int main(void)
{
	static const unsigned char boot[] = {
		0xeb, 0x3c, 0x90, 'k', 'm', 's', 'a', 'n', ' ', ' ', ' ',
		/* Bytes of a sector, sectors of a cluster, reserved ones. */
		0, 2, 1, 1, 0,
		/* FATs, root entries, sectors, medium, sectors of a FAT. */
		1, 16, 0, 0, 1, 0xf8, 1, 0,
	};
	struct {
		struct file_handle handle;
		unsigned char room[128];
	} handle = {.handle.handle_bytes = 128};
	int mount_id;

	memcpy(image, boot, sizeof(boot));
	image[510] = 0x55;
	image[511] = 0xaa;
	memcpy(image + SECTOR, "\xf8\xff\xff", 3);
	mount_image(image, sizeof(image), "vfat", 0, "nfs=nostale_ro");
	must(name_to_handle_at(AT_FDCWD, "/known-bug", &handle.handle,
			       &mount_id, 0),
	     "name_to_handle_at");
	return 0;
}
