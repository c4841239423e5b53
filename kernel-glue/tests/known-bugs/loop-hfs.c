// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * loop-hfs.c - extend a file on a full HFS volume, whose bitmap ends within a
 * word, on a loop device.
 */
#include "bug.h"
#include <linux/loop.h>

#define SECTOR 512
/* Each B-tree is as large as a page, from which the kernel reads its header. */
#define TREE_SECTORS 8
/* The bitmap of these is read up to byte 5, and searched up to byte 8. */
#define BLOCKS 39
/* Where things are, in sectors. */
#define VOLUME 2
#define BITMAP 3
#define FIRST_BLOCK 4
#define EXTENTS FIRST_BLOCK
#define CATALOG (EXTENTS + TREE_SECTORS)

enum {
	OUTSIDE = 1,
	ROOT = 2,
	FILE_ID = 16,
};

static unsigned char image[64 * SECTOR];

static unsigned char *sector(int number)
{
	return image + number * SECTOR;
}

static void put16(unsigned char *at, unsigned int value)
{
	at[0] = value >> 8;
	at[1] = value;
}

static void put32(unsigned char *at, unsigned int value)
{
	put16(at, value >> 16);
	put16(at + 2, value);
}

/* The size of a tree, and its only extent. */
static void put_fork(unsigned char *at, int first_sector)
{
	put32(at, TREE_SECTORS * SECTOR);
	put16(at + 4, first_sector - FIRST_BLOCK);
	put16(at + 6, TREE_SECTORS);
}

static void make_volume(void)
{
	unsigned char *volume = sector(VOLUME);

	memcpy(volume, "BD", 2);
	put16(volume + 10, 1 << 8); /* unmounted cleanly */
	put16(volume + 14, BITMAP);
	put16(volume + 18, BLOCKS);
	put32(volume + 20, SECTOR); /* of a block */
	put16(volume + 28, FIRST_BLOCK);
	put32(volume + 30, FILE_ID + 1);
	put16(volume + 34, 1); /* free; no bit is */
	put_fork(volume + 130, EXTENTS);
	put_fork(volume + 146, CATALOG);
	memset(sector(BITMAP), 0xff, SECTOR);
}

/* The first node of a tree, with at most one other. */
static void make_tree(int at, int key_size, int records)
{
	unsigned char *node = sector(at), *header = node + 14;

	node[8] = 1;
	put16(header, !!records); /* levels */
	put32(header + 2, !!records);
	put32(header + 6, records);
	put32(header + 10, !!records);
	put32(header + 14, !!records);
	put16(header + 18, SECTOR);
	put16(header + 20, key_size);
	put32(header + 22, TREE_SECTORS);
	put32(header + 26, TREE_SECTORS - 1 - !!records);
}

/* Append a record to the catalog's leaf; its data is still to be filled in. */
static unsigned char *add_record(int parent, const char *name, size_t size)
{
	unsigned char *node = sector(CATALOG + 1), *offsets = node + SECTOR;
	size_t length = strlen(name), key_size = (6 + length) | 1;
	int records = node[11]++;
	unsigned char *key;

	node[8] = 0xff; /* a leaf */
	node[9] = 1;
	if (!records)
		put16(offsets - 2, 14);
	key = node + offsets[-2 * records - 2] * 256 +
	      offsets[-2 * records - 1];
	key[0] = 6 + length;
	put32(key + 2, parent);
	key[6] = length;
	memcpy(key + 7, name, length);
	put16(offsets - 2 * records - 4, key - node + 1 + key_size + size);
	return key + 1 + key_size;
}

static void make_catalog(void)
{
	unsigned char *data;

	make_tree(CATALOG, 37, 3);
	data = add_record(OUTSIDE, "v", 70);
	data[0] = 1;
	put16(data + 4, 1); /* files */
	put32(data + 6, ROOT);
	data = add_record(ROOT, "", 46);
	data[0] = 3;
	put32(data + 10, OUTSIDE);
	data[14] = 1;
	data[15] = 'v';
	data = add_record(ROOT, "f", 102);
	data[0] = 2;
	put32(data + 20, FILE_ID);
}

static void mount_loop(void)
{
	int file = must(open("/loop-hfs", O_RDWR | O_CREAT, 0600), "image");
	int loop = must(open("/dev/loop0", O_RDWR), "/dev/loop0");

	if (write(file, image, sizeof(image)) != sizeof(image))
		err(1, "image");
	must(ioctl(loop, LOOP_SET_FD, file), "LOOP_SET_FD");
	/* Who can write to it must not while it is mounted. */
	close(loop);
	mkdir("/known-bug", 0700);
	must(mount("/dev/loop0", "/known-bug", "hfs", 0, NULL), "mount");
}

int main(void)
{
	int fd;

	make_volume();
	make_tree(EXTENTS, 7, 0);
	make_catalog();
	mount_loop();
	fd = must(open("/known-bug/f", O_RDWR), "open");
	/* There is no room, but that is not said. */
	must(ftruncate(fd, SECTOR), "ftruncate");
	return 0;
}
