/* A tail call of an uninstrumented function does not leave the shadow of
   something else for the caller. */
/* { dg-kmsan-clean } */
#include <kmsan.h>
#include "use.h"

__no_sanitize_memory noipa static int last(void)
{
	return 3;
}

noipa static int poisoned(void)
{
	int x;

	touch(&x);
	return x;
}

noipa static int middle(void)
{
	poisoned();
	return last();
}

int main(void)
{
	use(middle() == 5);
	return 0;
}
