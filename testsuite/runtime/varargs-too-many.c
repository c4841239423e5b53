/* Variadic arguments beyond 800 bytes count as initialised, and nothing is
   written beyond the context state for them. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes lazy } */
#include "varargs.h"

struct big {
	char c[600];
};

noipa static void take(struct big *to, int *last, int n, ...)
{
	va_list list;

	va_start(list, n);
	for (int i = 0; i < n; i++)
		to[i] = va_arg(list, struct big);
	*last = va_arg(list, int);
	va_end(list);
}

struct bigger {
	char c[760];
};

/* Leave poison where the next call finds no room. */
noipa static void take_bigger(int n, ...)
{
	va_list list;

	va_start(list, n);
	va_end(list);
}

int main(void)
{
	static struct big from, to[3];
	static struct bigger poisoned;
	int x = 1, y;

	kmsan_poison_memory(&poisoned, 620);
	take_bigger(1, poisoned);

	poison_bits(from.c[500], 0x5a);
	poison_bits(x, 1);
	take(to, &y, 3, from, from, from, x);
	expect_shadow(to[0].c[500], 0x5a);
	expect_shadow(to[1].c[500], 0);
	/* What an earlier call has left there does not belong to this one. */
	expect_shadow(to[1].c[10], 0);
	expect_shadow(to[2].c[500], 0);
	/* This one was in a register. */
	expect_shadow(y, 1);
	return 0;
}
