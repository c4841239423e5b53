/* A callback from code that is not instrumented has arguments that count as
   initialised with eager checks. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes eager } */
#include <kmsan.h>
#include "use.h"

noipa static void callback(int x)
{
	use(x == 5);
}

__no_sanitize_memory noipa static void caller(void (*f)(int), int x)
{
	f(x);
}

int main(void)
{
	caller(callback, 3);
	return 0;
}
