/* The result of a checked operation has the poison of the sum; its overflow
   depends on every bit of the operands, even those that the sum has no room
   for. */
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

int main(void)
{
	expect2(add, 1, 0, 2, 0, 0);
	expect2(add, 1, 0x0f, 2, 0xf0, 0xff);
	expect2(add_flag, 1, 0, 2, 0, 0);
	expect2(add_flag, 1, 1, 2, 0, 1);
	expect2(subtract_flag, 1, 0, 2, 1, 1);
	expect2(subtract_flag, 1, 0, 2, 0, 0);
	expect2(multiply_flag, 1, 1, 2, 0, 1);
	expect2(multiply_flag, 1, 0, 2, 0, 0);
	expect2(narrow, 1, 0xff0000ff, 2, 0, 0x00ff);
	expect2(narrow_flag, 1, 0xff000000, 2, 0, 1);
	expect2(narrow_flag, 1, 0, 2, 0, 0);
	return 0;
}
