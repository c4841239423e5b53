/* The argument no-checks applies to all functions of the file except those that
   are not instrumented at all. */
/* { dg-options "-O2 -fdump-tree-kmsan -fplugin-arg-kmsan-no-checks" } */
/* { dg-final { scan-kmsan-not {__msan_warning} } } */
/* { dg-final { scan-kmsan {__msan_metadata_ptr_for_store_4} "set" } } */
/* { dg-final { scan-kmsan-not {__msan_} "bare" } } */
#include <kmsan.h>

void set(int *p, int *q)
{
	if (*q)
		*p = *q;
}

__no_sanitize_memory void bare(int *p, int *q)
{
	if (*q)
		*p = *q;
}
