/* An unaligned store has an origin like any other. */
/* { dg-kmsan-report {uninit-value in first_byte} {stored to memory at:\n store} {Local variable x created at:\n main} } */
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

noipa static void first_byte(char *byte)
{
	use(*byte);
}

int main(void)
{
	long x;

	touch(&x);
	store(&x);
	first_byte((char *)&p.l);
	return 0;
}
