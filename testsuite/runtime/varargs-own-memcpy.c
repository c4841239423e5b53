/* A program's own memcpy() and memset() never see metadata, and variadic
   arguments keep their shadow where they are called. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes lazy } */
/* { dg-options "-fno-tree-loop-distribute-patterns" } */
#include <stddef.h>
#include "varargs.h"

noipa void *memcpy(void *to, const void *from, size_t bytes)
{
	char *d = to;
	const char *s = from;

	while (bytes--)
		*d++ = *s++;
	return to;
}

noipa void *memset(void *to, int value, size_t bytes)
{
	char *d = to;

	while (bytes--)
		*d++ = value;
	return to;
}

struct big {
	char c[700];
};

noipa static void take(int *to, struct big *big, int n, ...)
{
	va_list list;

	va_start(list, n);
	*to = va_arg(list, int);
	*big = va_arg(list, struct big);
	va_end(list);
}

int main(void)
{
	static struct big from, to;
	int x = 1, y;

	poison_bits(x, 0x0f);
	take(&y, &to, 1, x, from);
	expect_shadow(y, 0x0f);
	expect_shadow(to.c[500], 0);
	return 0;
}
