/* setjmp returns twice; its result is initialised both times, and so are locals
   that were set before. */
/* { dg-kmsan-report {uninit-value in main} {Local variable x created at:\n main} } */
#include <setjmp.h>
#include "use.h"

static jmp_buf buffer;

noipa static void jump(int value)
{
	longjmp(buffer, value);
}

int main(int argc, char **argv)
{
	volatile int y = argc, x;

	switch (setjmp(buffer)) {
	case 0:
		jump(1);
	case 1:
		use(y == 5);
		use(x == 5);
		jump(2);
	}
	use(y == 5);
	return 0;
}
