/* A conversion to a wider type copies a poisoned sign, and zeros are clean. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP1(zero, unsigned long, unsigned, a)
OP1(sign, long, int, a)
OP1(sign_char, int, signed char, a)
OP1(from_bool, int, _Bool, a)
OP1(zero_128, bits, unsigned long, a)
OP1(sign_128, __int128, long, a)
OP1(unsigned_from_signed, unsigned long, int, a)

int main(void)
{
	expect1(zero, 0, 0xffffffff, 0xffffffff);
	expect1(sign, 0, 0x7fffffff, 0x7fffffff);
	expect1(sign, 0, 0x80000000, ALL << 31);
	expect1(sign_char, 0, 0x80, 0xffffff80);
	expect1(sign_char, 0, 0x41, 0x41);
	expect1(from_bool, 1, 0x01, 0x01);
	expect1(zero_128, 0, ALL, ALL_OF(long));
	expect1(sign_128, 0, (bits)1 << 63, ALL << 63);
	expect1(unsigned_from_signed, -1, 0x80000000, ALL << 31);
	return 0;
}
