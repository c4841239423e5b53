/* A local of a loop's body is a new one in each round, also in a register. */
/* { dg-kmsan-report {uninit-value in main} {Local variable x created at:\n main} } */
#include "use.h"

int main(int argc, char **argv)
{
	for (int i = 0; i < 2; i++) {
		int x;

		if (i == 0)
			x = argc;
		use(x == 5);
	}
	return 0;
}
