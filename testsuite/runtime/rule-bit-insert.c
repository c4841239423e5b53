/* Setting a field leaves the poison of its neighbours as it was. */
/* { dg-kmsan-clean } */
#include "shadow.h"

struct fields {
	unsigned low : 4;
	unsigned middle : 8;
	unsigned high : 20;
};

typedef int v4 __attribute__((vector_size(16)));

OP2(set_middle, struct fields, struct fields, unsigned,
    ({ a.middle = b; a; }))
OP1(set_constant, struct fields, struct fields, ({ a.middle = 7; a; }))
OP2(set_lane, v4, v4, int, ({ a[1] = b; a; }))

int main(void)
{
	struct fields f = { 1, 2, 3 };
	v4 v = { 1, 2, 3, 4 };

	expect2(set_middle, f, 0xffffffff, 5, 0x00, 0xfffff00f);
	expect2(set_middle, f, 0x00000000, 5, 0x0f, 0x000000f0);
	expect2(set_middle, f, 0x00000000, 5, 0xfffff00, 0x00000000);
	expect1(set_constant, f, 0xffffffff, 0xfffff00f);
	expect2(set_lane, v, ALL, 1, 0, ~((bits)0xffffffff << 32));
	expect2(set_lane, v, 0, 1, 0x0f, (bits)0x0f << 32);
	return 0;
}
