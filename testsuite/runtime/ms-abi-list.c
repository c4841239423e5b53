/* The va_list of Microsoft's convention is a pointer: what lies next to it
   stays uninitialised. */
/* { dg-kmsan-report {uninit-value in callee} {Local variable s created at:\n callee} } */
/* { dg-kmsan-modes eager lazy } */
#include "use.h"

__attribute__((ms_abi)) noipa static void callee(int n, ...)
{
	struct {
		long before;
		__builtin_ms_va_list list;
		long behind;
	} s;

	touch(&s);
	__builtin_ms_va_start(s.list, n);
	touch(&s);
	use(__builtin_va_arg(s.list, int) == 5);
	use(s.behind == 5);
	__builtin_ms_va_end(s.list);
}

int main(int argc, char **argv)
{
	callee(1, argc);
	return 0;
}
