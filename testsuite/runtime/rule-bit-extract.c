/* A field extracted from a register takes its own poison along. */
/* { dg-kmsan-clean } */
#include "shadow.h"

struct fields {
	unsigned low : 4;
	unsigned middle : 8;
	int high : 20;
};

OP1(low, unsigned, struct fields, a.low)
OP1(middle, unsigned, struct fields, a.middle)
OP1(high, int, struct fields, a.high)

int main(void)
{
	struct fields f = { 1, 2, 3 };

	expect1(low, f, 0x0000000f, 0x0f);
	expect1(low, f, 0xfffffff0, 0x00);
	expect1(middle, f, 0x00000ff0, 0xff);
	expect1(middle, f, 0xfffff00f, 0x00);
	/* The sign of a signed one is extended. */
	expect1(high, f, 0x80000000, 0xfff80000);
	expect1(high, f, 0x00001000, 0x00000001);
	expect1(high, f, 0x00000fff, 0x00000000);
	return 0;
}
