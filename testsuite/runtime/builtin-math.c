/* Mathematical functions that GCC computes itself depend on every bit; those that
   only move signs do not. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -fno-math-errno" } */
#include "shadow.h"

OP1(root, double, double, __builtin_sqrt(a))
OP2(sign, double, double, double, __builtin_copysign(a, b))
OP2(sign_float, float, float, float, __builtin_copysignf(a, b))
OP2(sign_long, long double, long double, long double,
    __builtin_copysignl(a, b))
OP2(sign_quad, __float128, __float128, __float128, __builtin_copysignq(a, b))
OP1(absolute_quad, __float128, __float128, __builtin_fabsq(a))
OP1(is_nan, int, double, __builtin_isnan(a))
OP1(sign_bit, int, float, !!__builtin_signbit(a))

int main(void)
{
	expect1(root, 4.0, 0, 0);
	expect1(root, 4.0, 1, ALL);
	expect2(sign, 4.0, 0, 1.0, 0, 0);
	expect2(sign, 4.0, 1, 1.0, 2, 1);
	expect2(sign, 4.0, (bits)1 << 63, 1.0, 0, 0);
	expect2(sign, 4.0, 0, 1.0, ALL, (bits)1 << 63);
	expect2(sign_float, 4.0f, 3, 1.0f, ALL, 0x80000003);
	/* Nothing is stored to the padding. */
	expect2(sign_long, 4.0L, 1, 1.0L, (bits)1 << 79 | 2, ALL << 79 | 1);
	expect2(sign_quad, 4.0, 1, 1.0, (bits)1 << 127 | 2, (bits)1 << 127 | 1);
	expect1(absolute_quad, 4.0, (bits)1 << 127 | 1, 1);
	expect1(is_nan, 1.0, 1, 1);
	expect1(is_nan, 1.0, 0, 0);
	expect1(sign_bit, 1.0f, 0x80000000, 1);
	expect1(sign_bit, 1.0f, 0, 0);
	return 0;
}
