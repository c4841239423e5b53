/* Variadic arguments that are aligned to more than 16 bytes. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes eager lazy } */
/* { dg-kmsan-levels -O0 -O2 } */
/* { dg-options "-g -Wno-psabi" } */
#include "varargs.h"

struct wide {
	int i;
	char rest[40];
} __attribute__((aligned(32)));

noipa static void take(struct wide *to, int n, ...)
{
	va_list list;

	va_start(list, n);
	for (int i = 0; i < n; i++)
		to[i] = va_arg(list, struct wide);
	va_end(list);
}

noipa static void take_behind(struct wide *to, char *behind, struct wide named,
			      int n, ...)
{
	va_list list;

	va_start(list, n);
	to[0] = va_arg(list, struct wide);
	*behind = va_arg(list, struct wide).rest[3];
	va_end(list);
	touch(&named);
}

/* Something for the arguments to come after. */
struct eight {
	long l;
	char more[16];
};

noipa static void take_after(struct wide *to, struct eight e, int n, ...)
{
	va_list list;

	va_start(list, n);
	*to = va_arg(list, struct wide);
	va_end(list);
	touch(&e);
}

int main(void)
{
	static struct wide clean, from, to[3];
	struct eight e = { 0 };
	char behind = 0;

	poison_bits(from.rest[3], 0x5a);
	take(to, 3, from, clean, from);
	expect_shadow(to[0].rest[3], 0x5a);
	expect_shadow(to[1].rest[3], 0);
	expect_shadow(to[2].rest[3], 0x5a);
	expect_shadow(to[2].i, 0);
	take_behind(to, &behind, clean, 2, clean, from);
	expect_shadow(to[0].rest[3], 0);
	expect_shadow(behind, 0x5a);
	take_after(to, e, 1, from);
	expect_shadow(to[0].rest[3], 0x5a);
	expect_shadow(to[0].i, 0);
	return 0;
}
