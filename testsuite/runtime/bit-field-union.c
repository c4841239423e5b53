/* A bit-field of a union and the other member are the same bits. */
/* { dg-kmsan-clean } */
#include "shadow.h"

union u {
	unsigned whole;
	unsigned low : 8;
	struct {
		unsigned a : 4, b : 12;
	} parts;
};

noipa static void set_low(union u *u)
{
	u->low = 1;
}

noipa static void set_b(union u *u)
{
	u->parts.b = 1;
}

noipa static void get(union u *u, unsigned *value)
{
	*value = u->low;
}

int main(void)
{
	union u u;
	unsigned x;

	poison_bits(u, ALL);
	set_low(&u);
	expect_shadow(u.whole, 0xffffff00);
	set_b(&u);
	expect_shadow(u.whole, 0xffff0000);
	poison_bits(u, 0x1234);
	get(&u, &x);
	expect_shadow(x, 0x34);
	return 0;
}
