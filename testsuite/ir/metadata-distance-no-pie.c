/* Position-dependent code is at another distance, so it asks the runtime. */
/* { dg-options "-O2 -fno-pie -fplugin-arg-kmsan-metadata=user -fdump-tree-kmsan" } */
int load(int *p)
{
	return *p;
}

/* { dg-final { scan-kmsan {metadata_ptr_for_load_4} } } */
/* { dg-final { scan-assembler-not {__msan_at_distance} } } */
