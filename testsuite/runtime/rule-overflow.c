/* The result of a checked operation has the poison of the plain one.  Whether it
   overflows is decided by the least and the most that the operands can be, in
   their own types; for products of signed numbers any poison counts. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP2(add, int, int, int, ({ int r; __builtin_add_overflow(a, b, &r); r; }))
OP2(add_flag, _Bool, int, int,
    ({ int r; __builtin_add_overflow(a, b, &r); }))
OP2(subtract_flag, _Bool, unsigned, unsigned,
    ({ unsigned r; __builtin_sub_overflow(a, b, &r); }))
OP2(multiply_flag, _Bool, long, long,
    ({ long r; __builtin_mul_overflow(a, b, &r); }))
OP2(narrow, short, long, long,
    ({ short r; __builtin_add_overflow(a, b, &r); r; }))
OP2(narrow_flag, _Bool, long, long,
    ({ short r; __builtin_add_overflow(a, b, &r); }))

OP2(multiply_unsigned, _Bool, unsigned, unsigned,
    ({ unsigned r; __builtin_mul_overflow(a, b, &r); }))
OP2(product, unsigned, unsigned, unsigned,
    ({ unsigned r; __builtin_mul_overflow(a, b, &r); r; }))
OP1(byte_flag, _Bool, unsigned char,
    ({ int r; __builtin_add_overflow(a, 1, &r); }))
OP2(mixed_flag, _Bool, int, unsigned,
    ({ unsigned r; __builtin_sub_overflow(a, b, &r); }))

int main(void)
{
	expect2(add, 1, 0, 2, 0, 0);
	expect2(add, 1, 0x0f, 2, 0xf0, 0xff);
	expect2(add_flag, 1, 0, 2, 0, 0);
	expect2(add_flag, 1, 1, 2, 0, 0);
	expect2(add_flag, 1, ALL, 2, 0, 1);
	expect2(add_flag, 0x7ffffff0, 0x0f, 1, 0, 1);
	expect2(add_flag, 0x7ffffff0, 0x07, 1, 0, 0);
	/* Clean numbers overflow for certain. */
	expect2(add_flag, 0x7fffffff, 0, 1, 0, 0);
	expect2(mixed_flag, 0, 0, 1, 0, 0);
	expect2(narrow_flag, 100000, 0, 100000, 0, 0);
	expect2(subtract_flag, 1, 0, 2, 1, 0);
	expect2(subtract_flag, 3, 0, 2, 4, 1);
	expect2(subtract_flag, 8, 0, 2, 4, 0);
	expect2(subtract_flag, 1, 0, 2, 0, 0);
	expect2(multiply_flag, 1, 1, 2, 0, 1);
	expect2(multiply_flag, 1, 0, 2, 0, 0);
	expect2(narrow, 1, 0xff0000ff, 2, 0, 0x00ff);
	expect2(narrow_flag, 1, 0xff000000, 2, 0, 1);
	expect2(narrow_flag, 1, 0, 2, 0, 0);
	expect2(multiply_unsigned, 3, 3, 5, 0, 0);
	expect2(multiply_unsigned, 0, 0x80000000, 2, 0, 1);
	expect2(multiply_unsigned, 0, 0x80000000, 0, 0, 0);
	expect2(product, 1, 1, 4, 0, 1);
	expect2(product, 1, 1, 0, 0, 0);
	expect1(byte_flag, 0, ALL, 0);
	expect2(mixed_flag, 5, 0, 0, 3, 0);
	expect2(mixed_flag, 5, 0, 0, 7, 1);
	expect2(mixed_flag, 5, 0x80000000, 0, 0, 1);
	return 0;
}
