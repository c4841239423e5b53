/* A mapping's hint is heeded, but where there can be no metadata. */
/* { dg-do run } */
/* { dg-options "-g -fPIE -pie" } */
/* { dg-kmsan-modes eager } */
/* { dg-kmsan-clean } */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>

#define SIZE 8192UL
#define FLAGS (MAP_PRIVATE | MAP_ANONYMOUS)

static char *map(uintptr_t hint)
{
	char *p = mmap((void *)hint, SIZE, PROT_READ | PROT_WRITE, FLAGS, -1, 0);

	for (unsigned int i = 0; p != MAP_FAILED && i < SIZE; i++)
		p[i] = i;
	return p;
}

int main(void)
{
	/* The lowest addresses, what nothing may use, what does not exist. */
	static const uintptr_t bad[] = { 0x12340000, 10UL << 40, 1UL << 63 };
	char *p = mmap(NULL, 2 * SIZE, PROT_NONE, FLAGS, -1, 0);

	if (p == MAP_FAILED || munmap(p, 2 * SIZE))
		return 1;
	if (map((uintptr_t)p) != p || p[SIZE - 1] != (char)(SIZE - 1))
		return 2;
	for (unsigned int i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		p = map(bad[i]);
		if (p == MAP_FAILED || p[SIZE - 1] != (char)(SIZE - 1))
			return 3;
	}
	return 0;
}
