/* Memory in another address space has no shadow: reading it gives initialised
   values, and its addresses must not be looked up. */
/* { dg-kmsan-clean } */
#include "use.h"

noipa static unsigned long read_fs(void)
{
	/* The thread's own pointer to itself. */
	return *(unsigned long __seg_fs *)0;
}

int main(void)
{
	use(read_fs() == 1);
	use(*(int __seg_fs *)(read_fs() ? 0x28UL : 0) == 1);
	return 0;
}
