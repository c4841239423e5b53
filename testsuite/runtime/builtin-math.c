/* Mathematical functions that GCC computes itself depend on every bit. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -fno-math-errno" } */
#include "shadow.h"

OP1(root, double, double, __builtin_sqrt(a))
OP2(sign, double, double, double, __builtin_copysign(a, b))
OP1(is_nan, int, double, __builtin_isnan(a))
OP1(sign_bit, int, float, !!__builtin_signbit(a))

int main(void)
{
	expect1(root, 4.0, 0, 0);
	expect1(root, 4.0, 1, ALL);
	expect2(sign, 4.0, 0, 1.0, 0, 0);
	expect1(is_nan, 1.0, 1, 1);
	expect1(is_nan, 1.0, 0, 0);
	expect1(sign_bit, 1.0f, 0x80000000, 1);
	expect1(sign_bit, 1.0f, 0, 0);
	return 0;
}
