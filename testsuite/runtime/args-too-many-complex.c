/* A _Complex long double is passed in memory, so passing it is not a use,
   whether there is room for its shadow or not. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes eager lazy } */
#include "use.h"

struct big {
	char c[800];
};

noipa static void take(_Complex long double z)
{
	__asm__ volatile("" : : "r"(&z) : "memory");
}

noipa static void take_behind(struct big b, _Complex long double z)
{
	__asm__ volatile("" : : "r"(&b), "r"(&z) : "memory");
}

int main(void)
{
	static struct big b;
	_Complex long double z;

	touch(&z);
	take(z);
	take_behind(b, z);
	return 0;
}
