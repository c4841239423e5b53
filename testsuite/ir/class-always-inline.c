/* An always_inline function has its caller's class, at any -O level. */
/* { dg-options "-O0 -fdump-tree-kmsan" } */
/* { dg-final { scan-kmsan-not {__msan_} "bare" } } */
/* { dg-final { scan-kmsan-not {helper} "bare" } } */
/* { dg-final { scan-kmsan {__msan_warning} "checked" } } */
/* { dg-final { scan-kmsan-not {helper} "checked" } } */
#include <kmsan.h>

void sink(int x);

static inline __attribute__((always_inline)) void helper(int *p)
{
	if (*p)
		sink(1);
}

static inline __attribute__((always_inline)) __no_sanitize_memory void
bare_helper(int *p)
{
	if (*p)
		sink(2);
}

__no_sanitize_memory void bare(int *p)
{
	helper(p);
	bare_helper(p);
}

void checked(int *p)
{
	helper(p);
	bare_helper(p);
}
