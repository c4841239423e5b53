// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * squashfs-symlink.c - follow a symbolic link of more than 2 gigabytes.
 */
#include "bug.h"
#include <stddef.h>

#define MAGIC 0x73717368
#define ZLIB 1
#define NONE (~0ULL)
/* In a metadata block's length: it is not compressed. */
#define PLAIN 0x8000

enum { BASIC_DIRECTORY = 1, BASIC_SYMLINK = 3 };

struct super {
	uint32_t magic, inodes, time, block_size, fragments;
	uint16_t compression, block_log, flags, ids, major, minor;
	uint64_t root, used, id_table, xattr_table, inode_table,
		directory_table, fragment_table, export_table;
};

struct inode {
	uint16_t type, mode, uid, gid;
	uint32_t time, number;
};

/* The whole file system; each metadata block follows its length. */
static struct __attribute__((packed)) {
	struct super super;
	uint16_t inodes_size;
	struct __attribute__((packed)) {
		struct inode inode;
		uint32_t start, links;
		uint16_t size, offset;
		uint32_t parent;
	} root;
	struct __attribute__((packed)) {
		struct inode inode;
		uint32_t links, size;
		char target[4];
	} symlink;
	uint16_t directory_size;
	struct __attribute__((packed)) {
		uint32_t count, start, number;
		uint16_t offset, delta, type, size;
		char name[4];
	} directory;
	uint16_t id_size;
	uint32_t id;
	uint64_t id_block;
	char rest[4096];
} image;

#define AT(member) offsetof(__typeof__(image), member)
#define LENGTH(from, to) ((AT(to) - AT(from)) | PLAIN)

int main(void)
{
	image.super = (struct super){
		.magic = MAGIC,
		.inodes = 2,
		.block_size = 1 << 17,
		.block_log = 17,
		.compression = ZLIB,
		.ids = 1,
		.major = 4,
		.used = AT(rest),
		.id_table = AT(id_block),
		.xattr_table = NONE,
		.inode_table = AT(inodes_size),
		.directory_table = AT(directory_size),
		.fragment_table = AT(id_size),
		.export_table = NONE,
	};
	image.inodes_size = LENGTH(root, directory_size);
	image.root.inode = (struct inode){
		.type = BASIC_DIRECTORY,
		.mode = 0755,
		.number = 1,
	};
	image.root.links = 2;
	/* Counts "." and "..", which are not stored. */
	image.root.size = sizeof(image.directory) + 3;
	image.root.parent = 2;
	image.symlink.inode = (struct inode){
		.type = BASIC_SYMLINK,
		.mode = 0777,
		.number = 2,
	};
	image.symlink.links = 1;
	image.symlink.size = 3875536935;
	image.directory_size = LENGTH(directory, id_size);
	image.directory.number = 2;
	image.directory.offset = sizeof(image.root);
	image.directory.type = BASIC_SYMLINK;
	image.directory.size = 3;
	memcpy(image.directory.name, "link", 4);
	image.id_size = LENGTH(id, id_block);
	image.id_block = AT(id_size);
	mount_image(&image, sizeof(image), "squashfs", MS_RDONLY, NULL);
	if (open("/known-bug/link", O_RDONLY) < 0)
		warn("/known-bug/link");
	return 0;
}
