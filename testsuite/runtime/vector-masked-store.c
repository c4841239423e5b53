/* Lanes that a masked store leaves alone keep their shadow; the others get that
   of the value. */
/* { dg-kmsan-clean } */
#include <emmintrin.h>
#include "shadow.h"

noipa static void store(char *to, __m128i *value, __m128i *mask)
{
	_mm_maskmoveu_si128(*value, *mask, to);
}

int main(void)
{
	__m128i to = _mm_setzero_si128(), value = to;
	__m128i mask = _mm_set_epi32(0, -1, 0, -1);

	poison_bits(to, (bits)0xff << 32 | 0xff);
	store((char *)&to, &value, &mask);
	expect_shadow(to, (bits)0xff << 32);
	poison_bits(value, (bits)0xf0f0 << 64 | (bits)0x0f << 96);
	store((char *)&to, &value, &mask);
	expect_shadow(to, (bits)0xff << 32 | (bits)0xf0f0 << 64);
	return 0;
}
