/* A comparison of floats depends on every bit of them. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP2(less, _Bool, double, double, a < b)
OP2(equal, _Bool, float, float, a == b)
OP2(unordered, _Bool, double, double, __builtin_isunordered(a, b))
OP2(less_quiet, _Bool, double, double, __builtin_isless(a, b))
OP2(not_greater, _Bool, double, double, !(a > b))
OP2(less_greater, _Bool, float, float, __builtin_islessgreater(a, b))
OP1(is_nan, _Bool, double, a != a)
OP2(less_long, _Bool, long double, long double, a < b)

int main(void)
{
	expect2(less, 1.0, 0, 2.0, 0, 0);
	expect2(less, 1.0, 1, 2.0, 0, 1);
	expect2(equal, 1.0f, 0, 1.0f, 0x80000000, 1);
	expect2(equal, 1.0f, 0, 1.0f, 0, 0);
	expect2(unordered, 1.0, 0, 2.0, 1, 1);
	expect2(less_quiet, 1.0, 1, 2.0, 0, 1);
	expect2(not_greater, 1.0, 1, 2.0, 0, 1);
	expect2(less_greater, 1.0f, 1, 2.0f, 0, 1);
	expect2(less_greater, 1.0f, 0, 2.0f, 0, 0);
	expect1(is_nan, 1.0, 1, 1);
	expect1(is_nan, 1.0, 0, 0);
	expect2(less_long, 1.0L, 1, 2.0L, 0, 1);
	expect2(less_long, 1.0L, ALL << 80, 2.0L, ALL << 80, 0);
	return 0;
}
