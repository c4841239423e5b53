/* Without eager checks the shadow of the argument goes to offset 0 of the
   context state, its origin to 3208. */
/* { dg-options "-O2 -fdump-tree-kmsan -fplugin-arg-kmsan-param-retval=0" } */
/* { dg-final { scan-kmsan {3208B\] = } "pass" } } */
/* { dg-final { scan-kmsan {3208B\];} "take" } } */
/* { dg-final { scan-kmsan-times {__msan_warning \(} 1 "take" } } */

void sink(int x);

void pass(long *p)
{
	sink(*p);
}

void take(int x)
{
	if (x)
		sink(1);
}
