/* memcpy and memmove carry shadow along, memset clears it. */
/* { dg-kmsan-clean } */
#include <string.h>
#include "shadow.h"

noipa static void copy(void *to, void *from, size_t n)
{
	memcpy(to, from, n);
}

noipa static void move(void *to, void *from, size_t n)
{
	memmove(to, from, n);
}

noipa static void set(void *to, int value, size_t n)
{
	memset(to, value, n);
}

noipa static void small(char *to, char *from)
{
	memcpy(to, from, 3);
}

int main(void)
{
	static char a[200], b[200];

	poison_bits(a[7], 0x81);
	copy(b, a, sizeof(a));
	expect_shadow(b[7], 0x81);
	expect_shadow(b[8], 0);
	move(a + 1, a, 100);
	expect_shadow(a[7], 0);
	expect_shadow(a[8], 0x81);
	set(a, 1, 8);
	expect_shadow(a[8], 0x81);
	set(a, 1, 9);
	expect_shadow(a[8], 0);
	small(a, b + 5);
	expect_shadow(a[1], 0);
	expect_shadow(a[2], 0x81);
	expect_shadow(a[3], 0);
	return 0;
}
