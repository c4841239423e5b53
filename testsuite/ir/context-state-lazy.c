/* Without eager checks, every function asks for its context state, once. */
/* { dg-options "-O2 -fdump-tree-kmsan -fplugin-arg-kmsan-param-retval=0" } */
/* { dg-final { scan-kmsan-times {__msan_get_context_state} 1 "add" } } */

int add(int a, int b)
{
	return a + b;
}
