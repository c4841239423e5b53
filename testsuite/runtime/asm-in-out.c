/* An operand that an asm reads and writes is used and then initialised. */
/* { dg-kmsan-report {uninit-value in increment} } */
#include "shadow.h"

noipa static int increment(int *p)
{
	int x = *p;

	__asm__("incl %0" : "+r"(x));
	return x;
}

int main(void)
{
	int x = 1;

	use(increment(&x));
	poison_bits(x, 1);
	use(increment(&x));
	return 0;
}
