/*
 * foreign-undefined.h - operations that the undefined behaviour sanitizer
 * checks, on operands that are valid but uninitialised.
 */
#include <stddef.h>
#include "shadow.h"

struct mode {
	_Bool on;
	_Bool bit : 1;
};

noipa static void copy(struct mode *to, struct mode *from)
{
	to->on = from->on;
	to->bit = from->bit;
}

OP2(shift_left, int, int, unsigned char, a << b)
OP2(shift_right, long, long, int, a >> b)
OP2(divide, int, int, int, a / (b | 1))
OP2(modulo, long, long, long, a % (b | 1))
OP2(add, int, int, int, a + b)
OP2(multiply, long, int, int, (long)a * b)
OP2(together, int, _Bool, int, a & (b == 5))
OP1(negate, int, int, -a)
OP1(to_integer, int, double, (int)a)
OP1(to_long, long, float, (long)a)
OP1(zeros, int, unsigned int, __builtin_ctz(a))
OP1(leading, int, long, __builtin_clzl(a))
OP2(advance, char *, char *, long, a + b)

int main(int argc, char **argv)
{
	struct mode to = { 0 }, from = { 0 };

	poison_bits(from, 0xff);
	copy(&to, &from);
	expect_shadow(to.on, 1);
	expect2(shift_left, 3, 0xf0, 2, 0, 0x3c0);
	expect2(shift_left, 3, 0, 2, 1, ALL);
	expect2(shift_right, 3, ALL, 2, 3, ALL);
	expect2(divide, 700, 0xf0, 2 * argc, 0, 0xf0);
	expect2(modulo, 700, 0xf0, 2 * argc, 0, 0xf0);
	expect2(add, 1, 0x0f, 2, 0xf0, 0xff);
	expect2(together, 1, 0, 5, 2, 1);
	expect2(together, 0, 0, 5, 2, 0);
	expect2(together, 1, 1, 5, 0, 1);
	expect2(advance, (char *)&to, 0, 3, 4, 4);
	expect1(negate, 1, 0x10, 0x10);
	expect1(to_integer, 2.5, 1, ALL);
	expect1(to_long, 2.5f, 1, ALL);
	/* Counts of up to 32, and of up to 64. */
	expect1(zeros, 8, 1, 0x3f);
	expect1(leading, 8, 0x10, 0x7f);
	expect1(leading, 8, 1, 0);
	return 0;
}
