/* A function without checks has no warning and reads no shadow, but writes
   clean shadow. */
/* { dg-final { scan-kmsan-not {__msan_warning} "unchecked" } } */
/* { dg-final { scan-kmsan-not {__msan_metadata_ptr_for_load} "unchecked" } } */
/* { dg-final { scan-kmsan {__msan_metadata_ptr_for_store_4} "unchecked" } } */
/* { dg-final { scan-kmsan {__msan_unpoison_alloca} "unchecked" } } */
#include <kmsan.h>

void sink(void *p);

__no_kmsan_checks int unchecked(int *p, int *q)
{
	int x[20];

	sink(x);
	*q = *p;
	return *p ? x[3] : 0;
}
