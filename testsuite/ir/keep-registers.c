/* What lives across a call that keeps registers stays where it is: nothing is
   saved in the frame, or in a call-saved register, which would itself have to
   be saved. */
/* { dg-options "-O2 -fno-pic -fno-asynchronous-unwind-tables -fplugin-arg-kmsan-keep-registers=1 -fdump-tree-kmsan" } */
/* { dg-final { scan-kmsan {__msan_metadata_ptr_for_load_8_keep \(} } } */
/* { dg-final { scan-kmsan {__msan_warning_keep \(} } } */
/* { dg-final { scan-kmsan {__msan_get_context_state_keep \(} } } */
/* { dg-final { scan-kmsan-not {__msan_(warning|get_context_state|metadata_ptr_for_load_8) \(} } } */
/* { dg-final { scan-assembler-not {push|\(%rsp\)} } } */

long sum(long *a, long *b, long *c)
{
	return *a && *b ? *c : 0;
}
