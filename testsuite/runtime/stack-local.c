/* The stack of a local variable is its function and that one's caller. */
/* { dg-kmsan-report {uninit-value in main} {Local variable x created at:\n local[^\n]*\n first[^\n]*\n} } */
/* { dg-kmsan-report {uninit-value in main} {Local variable x created at:\n local[^\n]*\n second[^\n]*\n} } */
#include "use.h"

noipa static int local(void)
{
	int x;

	touch(&x);
	return x;
}

noipa static int first(void)
{
	return local() + 1;
}

noipa static int second(void)
{
	return local() + 1;
}

int main(void)
{
	int (*const functions[])(void) = {first, second};

	for (int i = 0; i < 10; i++)
		for (int f = 0; f < 2; f++)
			use(functions[f]());
	return 0;
}
