/* An always_inline function follows the rules of the function it is inlined
   into. */
/* { dg-kmsan-report {uninit-value in checked} {Local variable x created at:\n main} } */
#include <kmsan.h>
#include "use.h"

static inline __attribute__((always_inline)) int helper(int *p)
{
	use(*p == 5);
	return *p;
}

static inline __attribute__((always_inline)) __no_sanitize_memory int
bare_helper(int *p)
{
	use(*p == 6);
	return *p;
}

noipa static int checked(int *p)
{
	return bare_helper(p);
}

__no_kmsan_checks noipa static int unchecked(int *p)
{
	return helper(p) + bare_helper(p);
}

__no_sanitize_memory noipa static int bare(int *p)
{
	return helper(p);
}

int main(void)
{
	int x;

	touch(&x);
	use(unchecked(&x) == 5);
	use(bare(&x) == 5);
	checked(&x);
	return 0;
}
