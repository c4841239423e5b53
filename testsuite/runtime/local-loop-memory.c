/* A local of a loop's body is a new one in each round. */
/* { dg-kmsan-report {uninit-value in main} {Local variable x created at:\n main} } */
#include "use.h"

int main(void)
{
	for (int i = 0; i < 2; i++) {
		int x;

		if (i == 0)
			x = 1;
		touch(&x);
		use(x);
	}
	return 0;
}
