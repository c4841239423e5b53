/* Intrinsics for machine instructions: arithmetic goes lane by lane; what they
   store is initialised. */
/* { dg-kmsan-report {uninit-value in branch} {stored to memory at:(?:\n [^\n]+)*\n store} } */
#include <emmintrin.h>
#include "shadow.h"

noipa static void add(__m128i *to, __m128i *a, __m128i *b)
{
	*to = _mm_adds_epi16(*a, *b);
}

noipa static void store(__m128i *to, __m128i *a)
{
	_mm_storeu_si128(to, _mm_add_epi32(*a, *a));
}

noipa static void branch(int *lane)
{
	use(*lane == 0);
}

int main(void)
{
	__m128i a = _mm_setzero_si128(), b = a, to;
	int *lanes = (int *)&to;

	touch(&to);
	add(&to, &a, &b);
	for (int i = 0; i < 4; i++)
		branch(&lanes[i]);
	touch(&to);
	store(&to, &a);
	branch(&lanes[1]);
	poison_bits(a, (bits)0x10 << 32);
	store(&to, &a);
	branch(&lanes[0]);
	branch(&lanes[1]);
	return 0;
}
