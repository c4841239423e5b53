/* A call uses the pointer that it goes through. */
/* { dg-kmsan-report {uninit-value in poisoned} } */
#include "shadow.h"

noipa static void callee(void)
{
}

noipa static void clean(void (**p)(void))
{
	(*p)();
}

noipa static void poisoned(void (**p)(void))
{
	(*p)();
}

int main(void)
{
	void (*p)(void) = callee;

	clean(&p);
	poison_bits(p, 1);
	poisoned(&p);
	return 0;
}
