/* Each variadic argument of Microsoft's convention that is uninitialised is
   found, and only that. */
/* { dg-kmsan-report lazy {uninit-value in callee} {Local variable bad_d created at:\n main} } */
/* { dg-kmsan-report lazy {uninit-value in callee} {Local variable bad_l created at:\n main} } */
/* { dg-kmsan-report eager {uninit-value in main} {Local variable bad_d created at:\n main} } */
/* { dg-kmsan-report eager {uninit-value in main} {Local variable bad_l created at:\n main} } */
/* { dg-kmsan-modes eager lazy } */
#include "use.h"

#define ms __attribute__((ms_abi))

ms noipa static void callee(int n, ...)
{
	__builtin_ms_va_list list;

	__builtin_ms_va_start(list, n);
	use(__builtin_va_arg(list, int) == 5);
	use(__builtin_va_arg(list, double) == 5);
	use(__builtin_va_arg(list, long) == 5);
	use(__builtin_va_arg(list, int) == 5);
	use(__builtin_va_arg(list, double) == 5);
	use(__builtin_va_arg(list, long) == 5);
	__builtin_ms_va_end(list);
}

int main(int argc, char **argv)
{
	double bad_d;
	long bad_l;

	touch(&bad_d);
	touch(&bad_l);
	callee(6, argc, bad_d, 1L, argc, 2.0, bad_l);
	return 0;
}
