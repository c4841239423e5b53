/* Other functions are inlined only within their class: between instrumented and
   uninstrumented functions, a call remains. */
/* { dg-options "-O3 -fdump-tree-kmsan" } */
/* { dg-final { scan-kmsan {bare_helper} "checked" } } */
/* { dg-final { scan-kmsan {unchecked_helper} "checked" } } */
/* { dg-final { scan-kmsan {[^_]checked_helper} "bare" } } */
/* { dg-final { scan-kmsan-not {_helper} "same" } } */
/* { dg-final { scan-kmsan-not {__msan_} "bare_helper" } } */
#include <kmsan.h>

void sink(int x);

__no_sanitize_memory static inline void bare_helper(int *p)
{
	sink(p[0] + p[1] * 3);
}

__no_kmsan_checks static inline void unchecked_helper(int *p)
{
	sink(p[0] + p[1] * 3);
}

static inline void checked_helper(int *p)
{
	sink(p[0] + p[1] * 3);
}

void checked(int *p)
{
	bare_helper(p);
	unchecked_helper(p);
}

void same(int *p)
{
	checked_helper(p);
}

__no_sanitize_memory void bare(int *p)
{
	checked_helper(p);
}
