/* An exception is to come from the program's access, not from that to shadow. */
/* { dg-options "-O2 -fPIE -fexceptions -fnon-call-exceptions -fplugin-arg-kmsan-metadata=user -fdump-tree-kmsan" } */
/* { dg-final { scan-kmsan {metadata_ptr_for_load_4} } } */
/* { dg-final { scan-assembler-not {__msan_at_distance} } } */

int load(int *p)
{
	return *p;
}
