/* __attribute__((uninitialized)) exempts a local from -ftrivial-auto-var-init,
   not from KMSAN. */
/* { dg-kmsan-report {uninit-value in main} } */
#include "use.h"

int main(void)
{
	int x __attribute__((uninitialized));

	touch(&x);
	use(x);
	return 0;
}
