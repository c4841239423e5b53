/* In a function that calls setjmp, a call to a function found to be pure passes
   its metadata on like any other. */
/* { dg-kmsan-report {uninit-value in main} {Local variable x created at:\n main} } */
#include "fact-pure-sum.h"
#include "use.h"
#include <setjmp.h>

static jmp_buf env;

int main(int argc, char **argv)
{
	long x[3], y[3] = { argc, 1, 2 };

	touch(x);
	touch(y);
	if (setjmp(env))
		return 0;
	use(sum(y, 3) == 50);
	use(sum(x, 3) == 50);
	use(sum(y, 3) == 51);
	longjmp(env, 1);
}
