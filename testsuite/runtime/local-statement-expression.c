/* The value of a statement expression is that of its last local. */
/* { dg-kmsan-report {uninit-value in main} {Local variable x created at:\n main} } */
#include "use.h"

int main(int argc, char **argv)
{
	use(({ int y = argc; y; }) == 5);
	use(({ int x; touch(&x); x; }) == 5);
	return 0;
}
