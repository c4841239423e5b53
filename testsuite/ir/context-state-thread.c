/* With metadata=user the context state is a variable: nothing is asked for it,
   and its address takes one load, relaxed by the linker. */
/* { dg-options "-O2 -fPIE -fplugin-arg-kmsan-metadata=user -fplugin-arg-kmsan-param-retval=0 -fdump-tree-kmsan" } */
/* { dg-final { scan-kmsan-not {__msan_get_context_state} "add" } } */
/* { dg-final { scan-kmsan {__msan_context_state} "add" } } */
/* { dg-final { scan-assembler {__msan_context_state@gottpoff} } } */

int add(int a, int b)
{
	return a + b;
}
