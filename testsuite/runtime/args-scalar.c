/* Without eager checks each scalar argument and result brings its shadow. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes lazy } */
#include "shadow.h"

typedef int v4 __attribute__((vector_size(16)));

/* Pass it after others, so that offsets matter, and return it. */
#define PASS(name, type)                                            \
	noipa static type identity_##name(char c, type a, int d)    \
	{                                                           \
		touch(&c);                                          \
		touch(&d);                                          \
		return a;                                           \
	}                                                           \
	OP1(name, type, type, identity_##name(1, a, 2))

PASS(boolean, _Bool)
PASS(character, char)
PASS(short_int, short)
PASS(integer, int)
PASS(long_int, long)
PASS(wide, __int128)
PASS(pointer, void *)
PASS(single, float)
PASS(twice, double)
PASS(extended, long double)
PASS(quad, __float128)
PASS(decimal, _Decimal64)
PASS(complex_float, _Complex float)
PASS(complex_double, _Complex double)
PASS(complex_int, _Complex int)
PASS(vector, v4)

int main(void)
{
	bits shadow = (bits)0x0123456789abcdef << 64 | 0xfedcba9876543210;

	expect1(boolean, 1, 1, 1);
	expect1(character, 1, 0x5a, 0x5a);
	expect1(short_int, 1, 0x5a5a, 0x5a5a);
	expect1(integer, 1, shadow, shadow);
	expect1(long_int, 1, shadow, shadow);
	expect1(wide, 1, shadow, shadow);
	expect1(pointer, NULL, shadow, shadow);
	expect1(single, 1, shadow, shadow);
	expect1(twice, 1, shadow, shadow);
	expect1(extended, 1, shadow & ALL >> 48, shadow & ALL >> 48 | ALL << 80);
	expect1(quad, 1, shadow, shadow);
	expect1(decimal, 1, shadow, shadow);
	expect1(complex_float, 1, shadow, shadow);
	expect1(complex_double, 1, shadow, shadow);
	expect1(complex_int, 1, shadow, shadow);
	expect1(vector, (v4){}, shadow, shadow);
	expect1(integer, 1, 0, 0);
	expect1(vector, (v4){}, 0, 0);
	return 0;
}
