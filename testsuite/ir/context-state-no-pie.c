/* Position-dependent code asks for its metadata, and for its context state. */
/* { dg-options "-O2 -fno-pie -fplugin-arg-kmsan-metadata=user -fplugin-arg-kmsan-param-retval=0 -fdump-tree-kmsan" } */
/* { dg-final { scan-kmsan {__msan_get_context_state} "add" } } */
/* { dg-final { scan-assembler-not {__msan_context_state} } } */

int add(int a, int b)
{
	return a + b;
}
