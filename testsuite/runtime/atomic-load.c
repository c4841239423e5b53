/* An atomic load has the shadow of the object. */
/* { dg-kmsan-report {uninit-value in get} } */
#include "shadow.h"

noipa static void get(_Atomic int *p)
{
	use(__atomic_load_n(p, __ATOMIC_ACQUIRE) == 1);
}

int main(void)
{
	_Atomic int x = 0;

	get(&x);
	poison_bits(x, 1);
	get(&x);
	return 0;
}
