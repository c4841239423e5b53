/* The shift amount comes from a field that is only set for version 2. */
#include <stdio.h>
#include <stdlib.h>

struct superblock {
	int version;
	unsigned int block_bits;
};

static struct superblock *probe(int version)
{
	struct superblock *sb = malloc(sizeof(*sb));

	sb->version = version;
#ifdef BUG
	if (version >= 2)
#endif
		sb->block_bits = 3;
	return sb;
}

int main(int argc, char **argv)
{
	struct superblock *sb = probe(argc);
	unsigned long blocks = 512ul << (sb->block_bits & 7);

	if (blocks == 4096)	/* bug */
		puts("4k blocks");
	free(sb);
	return 0;
}
