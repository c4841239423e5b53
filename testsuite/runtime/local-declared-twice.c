/* Jumping back before a declaration makes the local uninitialised again. */
/* { dg-kmsan-report {uninit-value in main} {Local variable x created at:\n main} } */
#include "use.h"

int main(int argc, char **argv)
{
	int round = 0;

again:;
	int x;

	if (round == 0)
		x = argc;
	touch(&x);
	use(x == 5);
	if (round++ == 0)
		goto again;
	return 0;
}
