/* The rounding mode, the last argument of an AVX-512 builtin, has no lanes. */
/* { dg-options "-O2 -mavx512er -mavx512dq -fchecking -fdump-tree-kmsan" } */
/* { dg-final { scan-kmsan {BIT_INSERT_EXPR <_} "reciprocal" } } */

#include <immintrin.h>

__m128 reciprocal(const __m128 *a, const __m128 *b)
{
	return _mm_rcp28_round_ss(*a, *b, _MM_FROUND_NO_EXC);
}

__m128 others(const __m128 *a, const __m128 *b)
{
	return _mm_sqrt_round_ss(*a, *b, 8) + _mm_rsqrt28_ss(*a, *b);
}
