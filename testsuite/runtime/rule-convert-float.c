/* A conversion to or from a float depends on every bit. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP1(int_to_double, double, int, a)
OP1(double_to_int, int, double, a)
OP1(float_to_double, double, float, a)
OP1(double_to_float, float, double, a)
OP1(double_to_long_double, long double, double, a)
OP1(long_double_to_double, double, long double, a)
OP1(int_to_decimal, _Decimal64, int, a)
OP1(decimal_to_decimal, _Decimal128, _Decimal32, a)

int main(void)
{
	expect1(int_to_double, 1, 0, 0);
	expect1(int_to_double, 1, 0x10, ALL);
	expect1(double_to_int, 1.0, 0, 0);
	expect1(double_to_int, 1.0, 0x10, ALL);
	expect1(float_to_double, 1.0f, 0, 0);
	expect1(float_to_double, 1.0f, 1, ALL);
	expect1(double_to_float, 1.0, 0, 0);
	expect1(double_to_float, 1.0, 1, ALL);
	/* Six of its sixteen bytes hold nothing and are not written. */
	expect1(double_to_long_double, 1.0, 1, ALL);
	expect1(long_double_to_double, 1.0L, 1, ALL);
	expect1(long_double_to_double, 1.0L, ALL << 80, 0);
	expect1(int_to_decimal, 1, 0, 0);
	expect1(int_to_decimal, 1, 1, ALL);
	expect1(decimal_to_decimal, 1.0DF, 1, ALL);
	return 0;
}
