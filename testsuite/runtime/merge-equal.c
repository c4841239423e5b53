/* A chain of comparisons with constants does not become a switch or a bit test:
   in each, a defined bit may decide. */
/* { dg-kmsan-clean } */
#include "shadow.h"

noipa static void chain_op(int *r, long *pa)
{
	long a = *pa;

	if (a == 24)
		*r = 1;
	else if (a == 9)
		*r = 2;
	else if (a == 15)
		*r = 3;
	else if (a == 17)
		*r = 4;
	else if (a == 6)
		*r = 5;
	else
		*r = 6;
}
CHECK1(chain, int, long)

OP1(any, int, unsigned char, a == 27 || a == 23 || a == 22 || a == 1)
OP1(none, int, int, a != 2 && a != 35 && a != 20 && a != 40)

int main(void)
{
	expect1(chain, 0x100, 0xff, 0);
	expect1(chain, 2, 1, 0);
	expect1(any, 2, 1, 0);
	expect1(any, 0x80, 0x7f, 0);
	expect1(any, 18, 1, 0);
	expect1(none, 6, 9, 0);
	return 0;
}
