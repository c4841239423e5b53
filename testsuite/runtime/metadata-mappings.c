/* Mappings where the program wants them; refused where there can be no
   metadata. */
/* { dg-do run } */
/* { dg-options "-g -fPIE -pie" } */
/* { dg-kmsan-modes eager } */
/* { dg-kmsan-clean } */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

#define FLAGS (MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE)
#define SIZE (1UL << 40)

static int refused(void *address, int flags)
{
	void *p = mmap(address, 4096, PROT_READ | PROT_WRITE, FLAGS | flags, -1, 0);

	return p == MAP_FAILED && errno == ENOMEM;
}

int main(void)
{
	char *big = mmap(NULL, SIZE, PROT_NONE, FLAGS, -1, 0), *part, *moved;
	int wrong = 0;

	/* Part of a reservation, then another part of it. */
	part = mmap(big + SIZE / 2, 8192, PROT_READ | PROT_WRITE,
		    FLAGS | MAP_FIXED, -1, 0);
	wrong |= part != big + SIZE / 2;
	memset(part, 7, 8192);
	moved = mremap(part, 8192, 16384, MREMAP_MAYMOVE | MREMAP_FIXED,
		       big + SIZE / 4);
	wrong |= moved != big + SIZE / 4 || moved[8191] != 7 || moved[8192];
	/* The shadow of big, what nothing may use, and the lowest addresses. */
	wrong |= !refused(big - (14UL << 40), MAP_FIXED);
	wrong |= !refused((void *)(10UL << 40), MAP_FIXED);
	wrong |= !refused((void *)0x10000000, MAP_FIXED_NOREPLACE);
	wrong |= !refused(NULL, MAP_32BIT);
	wrong |= mremap(moved, 8192, 8192, MREMAP_MAYMOVE | MREMAP_FIXED,
			(void *)(10UL << 40)) != MAP_FAILED;
	return wrong;
}
