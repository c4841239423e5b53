/* Decimal floats propagate poison as binary ones do. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP2(equal, _Bool, _Decimal64, _Decimal64, a == b)
OP2(copy, _Decimal128, _Decimal128, int, a)
OP1(negate, _Decimal32, _Decimal32, -a)

int main(void)
{
	expect2(equal, 1.0DD, 0, 1.0DD, 0, 0);
	expect2(equal, 1.0DD, 1, 1.0DD, 0, 1);
	expect2(copy, 1.0DL, ALL << 100, 0, 0, ALL << 100);
	expect1(negate, 1.0DF, 0x10, 0x10);
	expect1(negate, 1.0DF, 0, 0);
	return 0;
}
