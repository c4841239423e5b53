/* XOP's sums and products of neighbours: a lane has the poison of the lanes in
   the same place. */
/* { dg-options "-O2 -mxop -fchecking -fdump-tree-kmsan" } */
#include <x86intrin.h>

__m128i add(const __m128i *a)
{
	return _mm_haddw_epi8(*a);
}

__m128i subtract(const __m128i *a)
{
	return _mm_hsubq_epi32(*a);
}

__m128i accumulate(const __m128i *a, const __m128i *b, const __m128i *c)
{
	return _mm_maccslo_epi32(*a, *b, *c) + _mm_maddsd_epi16(*a, *b, *c);
}

/* { dg-final { scan-kmsan-not {unhandled} } } */
/* { dg-final { scan-kmsan-not {__msan_warning} } } */
