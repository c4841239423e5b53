/* Where paths meet, shadow and origin are those of the path taken. */
/* { dg-kmsan-report {uninit-value in choose} {Local variable y created at:\n main} } */
#include "use.h"

noipa static void choose(int *which, int *a, int *b)
{
	int x;

	if (*which > 3)
		x = *a;
	else
		x = *b;
	touch(which);
	use(x == 5);
}

int main(int argc, char **argv)
{
	struct {
		int v;
	} y;
	int big = 4, small = argc;

	touch(&y);
	choose(&big, &small, &y.v);
	choose(&small, &small, &y.v);
	return 0;
}
