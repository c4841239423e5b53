/* GCC makes a loop of "x += y" on an atomic float, with code that saves and
   restores the state of exceptions.  Nothing in it is a use of the program's, not
   even of the padding in what a long double is compared with. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -Wl,--no-as-needed -latomic" } */
#include <stdatomic.h>
#include "use.h"

static _Atomic float small = 1;
static _Atomic double middle = 1;
static _Atomic long double large = 1;

noipa static void update(double by)
{
	small *= (float)by;
	middle += by;
	middle /= 2;
	large -= by;
}

int main(void)
{
	update(3);
	use(small > 2);
	use(middle > 1);
	use(large < 0);
	return 0;
}
