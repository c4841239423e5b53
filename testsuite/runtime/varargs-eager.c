/* In eager mode a variadic scalar is reported where it is passed, and only
   there: the callee takes it as initialised. */
/* { dg-kmsan-report eager {uninit-value in main} {Local variable x created at} } */
/* { dg-kmsan-report lazy {uninit-value in last} {Local variable x created at} } */
/* { dg-kmsan-modes eager lazy } */
#include <stdarg.h>
#include "use.h"

noipa static void last(int n, ...)
{
	long value = 0;
	va_list list;

	va_start(list, n);
	while (n--)
		value = va_arg(list, long);
	va_end(list);
	use(value == 12345);
}

int main(void)
{
	long x;

	touch(&x);
	last(3, 1L, 2L, x);
	return 0;
}
