/* A carry from one word of a long number to the next is followed exactly: poison
   in the lowest byte reaches those bits that it can change. */
/* { dg-kmsan-gcc 14 } */
/* { dg-kmsan-clean } */
#include "shadow.h"

typedef unsigned _BitInt(256) number;

noipa static void add(number *to, const number *a, const number *b)
{
	*to = *a + *b;
}

noipa static void subtract(number *to, const number *a, const number *b)
{
	*to = *a - *b;
}

noipa static void overflows(const number *a, const number *b)
{
	number sum;

	use(__builtin_add_overflow(*a, *b, &sum));
}

#define expect_number(lower, upper)                                     \
	do {                                                            \
		compare_shadow(__LINE__, &c, 16, lower);                \
		compare_shadow(__LINE__, (char *)&c + 16, 16, upper);   \
	} while (0)

int main(void)
{
	static number a, b, c;

	a = (number)5 << 192 | 0x1234;
	b = 0x1200;
	set_shadow(&a, 1, ALL);
	add(&c, &a, &b);
	expect_number(0xff, 0);
	subtract(&c, &a, &b);
	expect_number(0xff, 0);
	overflows(&a, &b);

	/* The lowest byte decides whether the words above are borrowed from. */
	b = ~(number)0x1280;
	add(&c, &a, &b);
	expect_number(ALL, (bits)1 << 64 | ALL >> 64);
	a = (number)5 << 192;
	set_shadow(&a, 1, ALL);
	b = 0x80;
	subtract(&c, &a, &b);
	expect_number(ALL, (bits)1 << 64 | ALL >> 64);
	return 0;
}
