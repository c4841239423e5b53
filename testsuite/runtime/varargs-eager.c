/* Variadic arguments are reported where they are used, and with eager checks
   also at the call, since their shadow travels in any case. */
/* { dg-kmsan-report eager {uninit-value in main} {Local variable x created at:\n main} } */
/* { dg-kmsan-report eager {uninit-value in callee} {Local variable x created at:\n main} } */
/* { dg-kmsan-report lazy {uninit-value in callee} {Local variable x created at:\n main} } */
/* { dg-kmsan-modes eager lazy } */
#include <stdarg.h>
#include "use.h"

noipa static void callee(int n, ...)
{
	va_list list;

	va_start(list, n);
	use(va_arg(list, int) == 5);
	use(va_arg(list, int) == 5);
	va_end(list);
}

int main(void)
{
	int x;

	touch(&x);
	callee(2, 1, x);
	return 0;
}
