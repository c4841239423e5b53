/* Intrinsics are not uses, whether their result is used or not. */
/* { dg-kmsan-clean } */
#include <emmintrin.h>
#include "shadow.h"

noipa static void compute(__m128i *a, __m128i *b)
{
	int lanes, sign;
	__m128i r;

	r = _mm_shuffle_epi32(*a, 0x1b);
	r = _mm_packus_epi16(r, *b);
	r = _mm_madd_epi16(r, *a);
	r = _mm_srl_epi16(r, *b);
	r = _mm_sad_epu8(r, *b);
	lanes = _mm_movemask_epi8(*a);
	sign = _mm_movemask_epi8(r) & lanes & 0;
	*b = _mm_cvtsi32_si128(sign);
}

int main(void)
{
	__m128i a, b;

	poison_bits(a, ALL);
	poison_bits(b, ALL);
	compute(&a, &b);
	expect_shadow(b, 0);
	return 0;
}
