/* Everything that a function holds in registers survives calls of the runtime:
   getters, warnings and chained origins. */
/* { dg-kmsan-report {uninit-value in all} {Local variable x created at} } */
/* { dg-kmsan-report {uninit-value in main} {stored to memory at:\n all} {Local variable x created at} } */
/* { dg-kmsan-modes eager lazy } */
#include "use.h"

noipa static long all(long *p, long a, long b, long c, long d, long e)
{
	long f = p[1], g = p[2], h = p[3], i = p[4];

	p[5] = p[0];
	if (p[0] == 99)
		p[6] = a;
	p[7] = b * c + d * e + f * g + h * i;
	return a + b + c + d + e + f + g + h + i + p[7];
}

int main(void)
{
	long x[8];

	touch(x);
	for (int i = 1; i < 8; i++)
		x[i] = i;
	if (all(x, 1, 2, 3, 4, 5) != 25 + 6 + 20 + 2 + 12)
		return 1;
	use(x[5] == 99);
	return x[6] != 6;
}
