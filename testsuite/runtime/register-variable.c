/* A variable in a register of the program's choice holds what was put there. */
/* { dg-kmsan-clean } */
#include "use.h"

register unsigned long stack_pointer __asm__("rsp");

noipa static int local(int *p)
{
	register int x __asm__("r12") = *p;

	__asm__ volatile("" : "+r"(x));
	return x;
}

noipa static unsigned long global(void)
{
	return stack_pointer & 1;
}

int main(void)
{
	int x = 1;

	use(local(&x) == 2);
	use(global());
	return 0;
}
