/* Reads a local that was never written, where an older frame left poison. */
#include "../use.h"

int lto_branch(void)
{
	int x;

	touch(&x);
	use(x == 5);
	return 0;
}
