/* Arithmetic on initialised values needs no extra code at all. */
/* { dg-final { scan-kmsan-not {metadata|__msan_warning} "compute" } } */

long compute(long a, long b, double d)
{
	long sum = 0;

	for (long i = 0; i < a; i++)
		sum += (i ^ b) * 3 / (b | 1);
	return sum + (long)d;
}
