/* A declaration that is jumped over still declares an uninitialised local. */
/* { dg-kmsan-report {uninit-value in main} } */
#include "use.h"

noipa static void fill(void)
{
	int a[64];

	for (int i = 0; i < 64; i++)
		a[i] = i;
	touch(a);
}

noipa static int jump(int k)
{
	switch (k) {
		int x[8];
	case 1:
		touch(x);
		return x[3];
	}
	return 0;
}

int main(void)
{
	fill();
	use(jump(1));
	return 0;
}
