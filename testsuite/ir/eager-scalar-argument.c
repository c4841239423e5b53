/* Eager checks: a scalar argument is checked and nothing is stored for it; the
   callee takes it as initialised. */
/* { dg-final { scan-kmsan-times {__msan_warning \(} 1 "pass" } } */
/* { dg-final { scan-kmsan-not {__msan_warning} "take" } } */

void sink(int x);

void pass(int *p)
{
	sink(*p);
}

int take(int x)
{
	if (x)
		sink(1);
	return x;
}
