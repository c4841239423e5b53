/* Memory that an asm may read is treated like any other memory: only its
   address is used. */
/* { dg-kmsan-clean } */
#include "shadow.h"

noipa static void input(int *p)
{
	__asm__ volatile("" : : "m"(*p));
}

int main(void)
{
	int x;

	touch(&x);
	input(&x);
	return 0;
}
