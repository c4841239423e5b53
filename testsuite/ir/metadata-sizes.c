/* Common sizes have their own getters; the others pass their size. */
/* { dg-final { scan-kmsan-times {__msan_metadata_ptr_for_load_1} 1 "one" } } */
/* { dg-final { scan-kmsan-times {__msan_metadata_ptr_for_load_2} 1 "two" } } */
/* { dg-final { scan-kmsan-times {__msan_metadata_ptr_for_load_8} 1 "eight" } } */
/* { dg-final { scan-kmsan-times {__msan_metadata_ptr_for_load_n \([^,]*, 16\)} 1 "sixteen" } } */

char one(char *p)
{
	return *p;
}

short two(short *p)
{
	return *p;
}

double eight(double *p)
{
	return *p;
}

__int128 sixteen(__int128 *p)
{
	return *p;
}
