/* Poison is in the bytes, whatever type they are read as. */
/* { dg-kmsan-clean } */
#include "shadow.h"

union u {
	double d;
	unsigned long l;
	float f[2];
	unsigned char c[8];
};

noipa static void pun(union u *u, double *d, unsigned long *l, float *f)
{
	*d = u->d;
	*l = u->l;
	*f = u->f[1];
}

noipa static void through_register(double *d, unsigned long *l)
{
	union u u;

	u.d = *d;
	*l = u.l;
}

int main(void)
{
	union u u;
	double d;
	unsigned long l;
	float f;

	poison_bits(u, (bits)0xf0 << 32);
	pun(&u, &d, &l, &f);
	expect_shadow(d, (bits)0xf0 << 32);
	expect_shadow(l, (bits)0xf0 << 32);
	expect_shadow(f, 0xf0);
	through_register(&d, &l);
	expect_shadow(l, (bits)0xf0 << 32);
	return 0;
}
