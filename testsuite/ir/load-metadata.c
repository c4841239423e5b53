/* A load fetches its shadow and origin through the getter of its size. */
/* { dg-final { scan-kmsan-times {__msan_metadata_ptr_for_load_4} 1 "load" } } */
/* { dg-final { scan-kmsan-not {__msan_metadata_ptr_for_store} "load" } } */

int load(int *p)
{
	return *p;
}
