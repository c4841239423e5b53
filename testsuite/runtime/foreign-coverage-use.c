/* Coverage hides none of the program's uses. */
/* { dg-kmsan-report {uninit-value in branch} {Local variable x created at:\n main} } */
/* { dg-kmsan-report {uninit-value in jump} {Local variable y created at:\n main} } */
/* { dg-kmsan-levels -O0 -Og -O2 } */
/* { dg-kmsan-modes eager lazy } */
/* { dg-options "-g -fsanitize-coverage=trace-pc,trace-cmp" } */
/* { dg-kmsan-plain foreign-callbacks.c -O1 } */
#include "use.h"

noipa static void branch(int *p)
{
	use(*p == 5);
}

noipa static int jump(int *p)
{
	switch (*p) {
	case 1:
		return 4;
	case 7:
		return 9;
	case 30:
		return 2;
	default:
		return 0;
	}
}

int main(int argc, char **argv)
{
	int x, y;

	touch(&x);
	touch(&y);
	branch(&x);
	jump(&y);
	return 0;
}
