/* In Microsoft's calling convention, structs take their shadow to Clang's code
   and back, by reference and in registers. */
/* { dg-kmsan-report {uninit-value in clang_callee} {stored to memory at:\n main} {Local variable b created at:\n main} } */
/* { dg-kmsan-report {uninit-value in clang_callee} {Local variable p created at:\n main} } */
/* { dg-kmsan-report {uninit-value in gcc_callee} {stored to memory at:\n clang_caller} {Local variable b created at:\n main} } */
/* { dg-kmsan-report {uninit-value in gcc_callee} {Local variable p created at:\n main} } */
/* { dg-kmsan-levels -O0 -O2 } */
/* { dg-kmsan-modes eager lazy } */
/* { dg-kmsan-clang clang-ms-abi.c -O2 } */
#include "stale.h"
#include "use.h"
#include "helpers/clang-ms-abi.h"

__attribute__((ms_abi)) noipa static void gcc_callee(struct big b, long l,
						     struct pair p,
						     _Complex double d)
{
	use(b.a == 5);
	use(b.b == 5);
	use(b.c == 5);
	use(l == 5);
	use(p.a == 5);
	use(p.b == 5);
	use(d == 5);
}

int main(int argc, char **argv)
{
	struct big b;
	struct pair p;

	touch(&b);
	touch(&p);
	b.a = b.c = p.a = argc;
	leave_stale();
	leave_stale_frames();
	clang_callee(b, argc, p, argc);
	leave_stale();
	leave_stale_frames();
	clang_caller(gcc_callee, &b, &p);
	return 0;
}
