/* In a struct of the other byte order, shadow is swapped like the value. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -Wno-scalar-storage-order" } */
#include "shadow.h"

struct __attribute__((scalar_storage_order("big-endian"))) big {
	unsigned u;
	unsigned short s;
	unsigned a : 4, b : 12;
	unsigned long l;
};

noipa static void set(struct big *p, unsigned *value)
{
	p->u = *value;
}

noipa static void get(struct big *p, unsigned *value)
{
	*value = p->u;
}

noipa static void set_fields(struct big *p, unsigned value)
{
	p->b = value;
}

noipa static void get_long(struct big *p, unsigned long *value)
{
	*value = p->l;
}

int main(void)
{
	struct big p;
	unsigned x = 1;
	unsigned long l;
	unsigned char *shadow;

	kmsan_poison_memory(&p, sizeof(p));
	set(&p, &x);
	shadow = (unsigned char *)&p;
	expect_shadow(shadow[0], 0);
	expect_shadow(shadow[3], 0);
	expect_shadow(shadow[4], ALL);
	poison_bits(x, 0x000000ff);
	set(&p, &x);
	expect_shadow(shadow[0], 0);
	expect_shadow(shadow[3], ALL);
	get(&p, &x);
	expect_shadow(x, 0x000000ff);
	/* Big-endian bit-fields begin at the upper end of a byte. */
	set_fields(&p, 1);
	expect_shadow(shadow[6], 0xf0);
	expect_shadow(shadow[7], 0x00);
	get_long(&p, &l);
	expect_shadow(l, ALL);
	return 0;
}
