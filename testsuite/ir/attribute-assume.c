/* The condition of an attribute assume, which GCC makes a function of, is left alone:
   no code is made for it, and none that calls it. */
/* { dg-kmsan-gcc 13 } */
/* { dg-options "-g -O2 -fchecking -fdump-tree-kmsan -fplugin-arg-kmsan-param-retval=0" } */
/* { dg-final { scan-kmsan {\.ASSUME} "f" } } */
/* { dg-final { scan-kmsan-not {unhandled} } } */
/* { dg-final { scan-kmsan-not {__msan_warning} } } */
/* { dg-final { scan-kmsan-not {Function f\._assume} } } */

int f(int x)
{
	__attribute__((assume(({
		int ones = 0;

		for (unsigned int bits = x; bits; bits &= bits - 1)
			ones++;
		ones < 20;
	}))));
	return x + 1;
}
