/* A conversion to _Bool is a comparison with zero. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP1(from_int, _Bool, int, a)
OP1(from_double, _Bool, double, a)
OP1(from_pointer, _Bool, void *, a)

int main(void)
{
	expect1(from_int, 0x00, 0xf0, 0x01);
	expect1(from_int, 0x0f, 0xf0, 0x00);
	expect1(from_double, 1.0, 0x01, 0x01);
	expect1(from_double, 1.0, 0x00, 0x00);
	expect1(from_pointer, NULL, 0x100, 0x01);
	expect1(from_pointer, (void *)1, 0x100, 0x00);
	return 0;
}
