/* The rounding mode, the last argument of an AVX-512 builtin, has no lanes. */
/* { dg-options "-O2 -mavx512f -mavx512dq -fchecking -fdump-tree-kmsan" } */
/* { dg-final { scan-kmsan {BIT_INSERT_EXPR <_} "exponent" } } */

#include <immintrin.h>

__m128 exponent(const __m128 *a, const __m128 *b)
{
	return _mm_getexp_round_ss(*a, *b, _MM_FROUND_NO_EXC);
}

__m128 root(const __m128 *a, const __m128 *b)
{
	return _mm_sqrt_round_ss(*a, *b, 8);
}

/* GCC 15 no longer has these. */
#if __GNUC__ < 15
#pragma GCC target("avx512er")

__m128 reciprocal(const __m128 *a, const __m128 *b)
{
	return _mm_rcp28_round_ss(*a, *b, _MM_FROUND_NO_EXC) + _mm_rsqrt28_ss(*a, *b);
}
#endif
