/* An asm that may jump uses its inputs like any other. */
/* { dg-kmsan-report {uninit-value in jump} } */
#include "shadow.h"

noipa static int jump(int *p)
{
	__asm__ goto("testl %0, %0; jnz %l1" : : "r"(*p) : "cc" : taken);
	return 0;
taken:
	return 1;
}

int main(void)
{
	int x = 1;

	use(jump(&x));
	poison_bits(x, 1);
	use(jump(&x));
	return 0;
}
