/* __builtin_signbit() depends on one bit. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP1(sign_float, int, float, !!__builtin_signbit(a))
OP1(sign_double, int, double, !!__builtin_signbit(a))
OP1(sign_long, int, long double, !!__builtin_signbit(a))

int main(void)
{
	expect1(sign_float, 1, 0x7fffffff, 0);
	expect1(sign_float, 1, 0x80000000, 1);
	expect1(sign_double, 1, ALL >> 65, 0);
	expect1(sign_double, 1, (bits)1 << 63, 1);
	expect1(sign_long, 1, ALL >> 49, 0);
	expect1(sign_long, 1, (bits)1 << 79, 1);
	return 0;
}
