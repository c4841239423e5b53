/* On both ways out of an asm goto its outputs are initialised. */
/* { dg-kmsan-clean } */
#include "use.h"

noipa static int both(int *in)
{
	int x, y = *in;

	__asm__ goto("movl %1, %0; testl %1, %1; jnz %l2"
		     : "=&r"(x) : "r"(y) : "cc" : taken);
	return x;
taken:
	return x + 1;
}

noipa static void to_memory(int *out, int *in)
{
	__asm__ goto("movl %1, %0; testl %1, %1; jnz %l2"
		     : "=m"(*out) : "r"(*in) : "cc" : taken);
	return;
taken:
	touch(out);
}

int main(void)
{
	int zero = 0, one = 1, x, y;

	use(both(&zero));
	use(both(&one));
	touch(&x);
	to_memory(&x, &zero);
	use(x);
	touch(&y);
	to_memory(&y, &one);
	use(y);
	return 0;
}
