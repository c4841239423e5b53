/* Arguments of a function with several versions are checked, or followed, as
   usual. */
/* { dg-kmsan-report eager {uninit-value in main} {Local variable x created at:\n main} } */
/* { dg-kmsan-report lazy {uninit-value in pick} {Local variable x created at:\n main} } */
/* { dg-kmsan-modes eager lazy } */
/* { dg-kmsan-levels -O0 -O2 } */
#include "use.h"

__attribute__((target_clones("avx2", "sse4.2", "default"), noinline))
void pick(int a)
{
	use(a == 5);
}

int main(void)
{
	int x;

	touch(&x);
	pick(x);
	return 0;
}
