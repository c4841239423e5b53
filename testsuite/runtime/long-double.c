/* A long double is ten bytes; the six after it do not count. */
/* { dg-kmsan-clean } */
#include "shadow.h"

noipa static void store(long double *to, long double *from)
{
	*to = *from;
}

noipa static void store_constant(long double *to)
{
	*to = 1.0L;
}

int main(void)
{
	long double a, b;

	poison_bits(a, ALL);
	store_constant(&a);
	expect_shadow(a, ALL << 80);
	poison_bits(b, 0);
	poison_bits(a, (bits)0xff << 72 | 0x0f);
	store(&b, &a);
	expect_shadow(b, (bits)0xff << 72 | 0x0f);
	return 0;
}
