/* The plugin's argument no-checks makes every function of a file one without
   checks. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -fplugin-arg-kmsan-no-checks" } */
#include "use.h"

noipa static int get(int *p)
{
	use(*p == 5);
	return *p;
}

int main(void)
{
	int x;

	touch(&x);
	use(get(&x) == 5);
	return 0;
}
