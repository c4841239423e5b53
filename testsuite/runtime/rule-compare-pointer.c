/* Pointers are compared as integers. */
/* { dg-kmsan-clean } */
#include "shadow.h"

OP2(equal, _Bool, char *, char *, a == b)
OP2(below, _Bool, char *, char *, a < b)
OP1(is_null, _Bool, void *, !a)

int main(void)
{
	static char array[2];

	expect2(equal, array, 0, array + 1, 0, 0);
	expect2(equal, array, 1, array, 0, 1);
	/* User space has no addresses up there. */
	expect2(equal, array, 1, (char *)-1L, 0, 0);
	expect2(below, array, 1, (char *)-1L, 0, 0);
	expect2(below, array, ALL, array + 1, 0, 1);
	expect1(is_null, array + 1, 0, 0);
	expect1(is_null, NULL, 0x10, 1);
	expect1(is_null, (void *)0x100, 0xff, 0);
	return 0;
}
