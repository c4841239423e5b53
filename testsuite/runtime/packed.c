/* Unaligned members have their shadow at the same odd addresses. */
/* { dg-kmsan-clean } */
#include "shadow.h"

struct __attribute__((packed)) packed {
	char c;
	int i;
	short s;
	long l;
	char d;
};

noipa static void set(struct packed *p, int *i, long *l)
{
	p->i = *i;
	p->l = *l;
}

noipa static void get(struct packed *p, int *i, long *l)
{
	*i = p->i;
	*l = p->l;
}

int main(void)
{
	struct packed p;
	int i = 1;
	long l = 2;

	poison_bits(p, ALL);
	set(&p, &i, &l);
	expect_shadow(p.c, ALL);
	expect_shadow(p.s, ALL);
	expect_shadow(p.d, ALL);
	expect_shadow(p.i, 0);
	expect_shadow(p.l, 0);
	poison_bits(i, 0x12345678);
	poison_bits(l, 0xff00);
	set(&p, &i, &l);
	expect_shadow(p.i, 0x12345678);
	expect_shadow(p.l, 0xff00);
	get(&p, &i, &l);
	expect_shadow(i, 0x12345678);
	expect_shadow(l, 0xff00);
	return 0;
}
