/* A masked store uses the sign bits of its mask: they choose the bytes
   written. */
/* { dg-kmsan-report {uninit-value in store} } */
#include <emmintrin.h>
#include "shadow.h"

noipa static void store(char *to, __m128i *value, __m128i *mask)
{
	_mm_maskmoveu_si128(*value, *mask, to);
}

int main(void)
{
	__m128i to = _mm_setzero_si128(), value = to, mask = to;

	poison_bits(mask, 0x7f);
	store((char *)&to, &value, &mask);
	poison_bits(mask, 0x8000);
	store((char *)&to, &value, &mask);
	return 0;
}
