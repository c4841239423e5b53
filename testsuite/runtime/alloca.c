/* Memory from alloca is uninitialised. */
/* { dg-kmsan-report {uninit-value in main} } */
#include <alloca.h>
#include "use.h"

int main(int argc, char **argv)
{
	int *a = alloca(sizeof(int) * (argc + 5));

	touch(a);
	a[3] = 1;
	touch(a);
	use(a[3]);
	use(a[4]);
	return 0;
}
