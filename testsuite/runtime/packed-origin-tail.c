/* An unaligned store also leaves its origin in the last word that it
   touches. */
/* { dg-kmsan-report {uninit-value in last_byte} {stored to memory at:\n store} {Local variable x created at:\n main} } */
#include "use.h"

static struct __attribute__((packed)) {
	char c[3];
	long l;
	char d;
} p;

noipa static void store(long *value)
{
	p.l = *value;
}

noipa static void last_byte(char *byte)
{
	use(*byte);
}

int main(void)
{
	long x;

	touch(&x);
	store(&x);
	last_byte((char *)&p.l + 7);
	return 0;
}
