/* A scalar beyond the 800 bytes is still checked at the call. */
/* { dg-kmsan-report eager {uninit-value in main} } */
/* { dg-kmsan-modes eager } */
#include "shadow.h"

struct big {
	char c[1000];
};

noipa static void callee(struct big big, int x)
{
	touch(&big);
	touch(&x);
}

int main(void)
{
	static struct big big;
	int x = 1;

	poison_bits(x, 1);
	callee(big, x);
	return 0;
}
