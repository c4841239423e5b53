/* A store writes its shadow through the getter of its size. */
/* { dg-final { scan-kmsan-times {__msan_metadata_ptr_for_store_8} 1 "store" } } */
/* { dg-final { scan-kmsan-not {__msan_metadata_ptr_for_load} "store" } } */

void store(long *p, long v)
{
	*p = v;
}
