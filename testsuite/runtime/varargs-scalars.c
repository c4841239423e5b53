/* Each kind of scalar brings its shadow, in registers and on the stack. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes lazy } */
#include "varargs.h"

TAKE(take_int, int)
TAKE(take_long, long)
TAKE(take_double, double)
TAKE(take_wide, __int128)
TAKE(take_long_double, long double)
TAKE(take_complex_float, _Complex float)
TAKE(take_complex_double, _Complex double)

/* First in a register, then after twenty ints. */
#define TWENTY \
	1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20

/* Padding bytes of a long double stay as they were. */
#define CHECK(take, type, shadow, clean)                   \
	do {                                               \
		type from = 1, to;                         \
		poison_bits(from, shadow);                 \
		take(&to, 0, from);                        \
		expect_shadow(to, shadow);                 \
		take(&to, 1, 1, from);                     \
		expect_shadow(to, shadow);                 \
		take(&to, 20, TWENTY, from);               \
		expect_shadow(to, shadow);                 \
		take(&to, 20, TWENTY, (type)1);            \
		expect_shadow(to, clean);                  \
	} while (0)

int main(void)
{
	bits shadow = (bits)0x0123456789abcdef << 64 | 0xfedcba9876543210;

	CHECK(take_int, int, 0x12345678, 0);
	CHECK(take_long, long, shadow, 0);
	CHECK(take_double, double, shadow, 0);
	CHECK(take_wide, __int128, shadow, 0);
	CHECK(take_long_double, long double, shadow | ALL << 80, ALL << 80);
	CHECK(take_complex_float, _Complex float, shadow, 0);
	CHECK(take_complex_double, _Complex double, shadow, 0);
	return 0;
}
