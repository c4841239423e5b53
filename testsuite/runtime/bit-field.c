/* A bit-field in memory has the shadow of its own bits. */
/* { dg-kmsan-clean } */
#include "shadow.h"

struct fields {
	unsigned a : 3;
	unsigned b : 7;
	unsigned c : 22;
	unsigned long d : 40;
};

noipa static void set_b(struct fields *f, unsigned *value)
{
	f->b = *value;
}

noipa static void get_b(struct fields *f, unsigned *value)
{
	*value = f->b;
}

noipa static void set_d(struct fields *f, unsigned long value)
{
	f->d = value;
}

noipa static void copy_c(struct fields *to, struct fields *from)
{
	to->c = from->c;
}

int main(void)
{
	struct fields f, g;
	unsigned x = 5;

	poison_bits(f, ALL);
	set_b(&f, &x);
	expect_shadow(f, ~(bits)0x3f8);
	get_b(&f, &x);
	expect_shadow(x, 0);
	poison_bits(x, 0x11);
	set_b(&f, &x);
	expect_shadow(f, ~(bits)0x3f8 | 0x88);
	get_b(&f, &x);
	expect_shadow(x, 0x11);
	set_d(&f, 1);
	expect_shadow(f, ALL << 104 | 0xfffffffffffffc8f);
	poison_bits(g, 0);
	copy_c(&g, &f);
	expect_shadow(g, 0xfffffc00);
	return 0;
}
