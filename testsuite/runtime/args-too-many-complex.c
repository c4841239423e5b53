/* A _Complex long double travels as memory does: passing it is no use, where it
   has room and where it has not. */
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
