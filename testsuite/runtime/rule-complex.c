/* The parts of a complex number have their own shadow. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP1(real, float, _Complex float, __real__ a)
OP1(imaginary, float, _Complex float, __imag__ a)
OP2(make, _Complex float, float, float, __builtin_complex(a, b))
OP1(conjugate, _Complex double, _Complex double, ~a)
OP2(sum, _Complex int, _Complex int, _Complex int, a + b)
OP1(widen, _Complex long, _Complex int, a)
OP2(equal, _Bool, _Complex int, _Complex int, a == b)

int main(void)
{
	expect1(real, 1.0f, 0xffffffff, ALL);
	expect1(real, 1.0f, ALL << 32, 0);
	expect1(imaginary, 1.0f, 0xffffffff, 0);
	expect1(imaginary, 1.0f, ALL << 32, ALL);
	expect2(make, 1.0f, 0x00, 2.0f, 0x0f, (bits)0x0f << 32);
	expect2(make, 1.0f, 0x0f, 2.0f, 0x00, 0x0f);
	expect1(conjugate, 1.0, 0xf0, 0xf0);
	expect1(conjugate, 1.0, (bits)0xf0 << 64, (bits)0xf0 << 64);
	expect2(sum, 1, 0x0f, 2, (bits)0xf0 << 32, 0x0f | (bits)0xf0 << 32);
	expect1(widen, 1, (bits)0x80000000 << 32, ALL << 95);
	expect1(widen, 1, 0x0f, 0x0f);
	/* The real parts differ, whatever the imaginary parts are. */
	expect2(equal, 1, (bits)1 << 32, 2, 0, 0);
	expect2(equal, 1, (bits)1 << 32, 1, 0, 1);
	return 0;
}
