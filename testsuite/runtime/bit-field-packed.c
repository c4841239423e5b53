/* In a packed struct a bit-field may lie across bytes and words. */
/* { dg-kmsan-clean } */
#include "shadow.h"

struct __attribute__((packed)) fields {
	unsigned a : 5;
	unsigned b : 30;
	unsigned long c : 60;
	unsigned char d;
};

noipa static void set_b(struct fields *f, unsigned value)
{
	f->b = value;
}

noipa static void set_c(struct fields *f, unsigned long value)
{
	f->c = value;
}

noipa static void get_c(struct fields *f, unsigned long *value)
{
	*value = f->c;
}

int main(void)
{
	struct fields f;
	unsigned long x;

	poison_bits(f, ALL);
	set_b(&f, 1);
	expect_shadow(f, ~(((bits)1 << 30) - 1 << 5));
	get_c(&f, &x);
	expect_shadow(x, ((bits)1 << 60) - 1);
	set_c(&f, 1);
	expect_shadow(f, ~(((bits)1 << 90) - 1 << 5));
	get_c(&f, &x);
	expect_shadow(x, 0);
	return 0;
}
