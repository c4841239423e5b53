/* What goes into an asm is used; what comes out of it is initialised. */
/* { dg-kmsan-report {uninit-value in input} } */
#include "shadow.h"

noipa static void input(int *p)
{
	__asm__ volatile("" : : "r"(*p));
}

noipa static int output(void)
{
	int x;

	__asm__ volatile("xorl %0, %0" : "=r"(x));
	return x;
}

noipa static void memory_output(int *p)
{
	__asm__ volatile("movl $1, %0" : "=m"(*p));
}

int main(void)
{
	int x = 1, y;

	input(&x);
	use(output());
	poison_bits(x, 1);
	input(&x);
	touch(&y);
	memory_output(&y);
	use(y);
	return 0;
}
