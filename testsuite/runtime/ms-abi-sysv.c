/* Both conventions side by side, with the attributes that name them. */
/* { dg-kmsan-report {uninit-value in theirs} {stored to memory at:\n main} {Local variable b created at:\n main} } */
/* { dg-kmsan-report {uninit-value in ours} {Local variable b created at:\n main} } */
/* { dg-kmsan-levels -O0 -O2 } */
/* { dg-kmsan-modes eager lazy } */
#include "use.h"

struct big {
	long a, b, c;
};

__attribute__((ms_abi)) noipa static void theirs(int n, struct big b, ...)
{
	__builtin_ms_va_list list;

	__builtin_ms_va_start(list, b);
	use(__builtin_va_arg(list, int) == 5);
	use(b.a == 5);
	use(b.c == 5);
	__builtin_ms_va_end(list);
}

__attribute__((sysv_abi)) noipa static void ours(int n, struct big b, ...)
{
	__builtin_sysv_va_list list;

	__builtin_sysv_va_start(list, b);
	use(__builtin_va_arg(list, int) == 5);
	use(b.a == 5);
	use(b.c == 5);
	__builtin_sysv_va_end(list);
}

int main(int argc, char **argv)
{
	struct big b;

	touch(&b);
	b.a = argc;
	theirs(1, b, argc);
	ours(1, b, argc);
	return 0;
}
