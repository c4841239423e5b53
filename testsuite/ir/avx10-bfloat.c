/* AVX10.2: lanes of bfloat16 are lanes like others; masked-out ones are those of the
   operand that they come from. */
/* { dg-kmsan-gcc 15 } */
/* { dg-options "-O2 -mavx10.2 -fchecking -fdump-tree-kmsan" } */
#include <immintrin.h>

void add(__m128bh *to, const __m128bh *a, const __m128bh *b)
{
	*to = _mm_add_pbh(*a, *b);
}

void multiply_add(__m128bh *to, const __m128bh *a, const __m128bh *b,
		  __mmask8 mask)
{
	*to = _mm_mask_fmadd_pbh(*a, mask, *b, *to);
}

void minimum(__m512bh *to, const __m512bh *a, __mmask32 mask)
{
	*to = _mm512_mask_minmax_pbh(*to, mask, *a, *a, 5);
}

int classify(const __m128bh *a)
{
	return _mm_fpclass_pbh_mask(*a, 8);
}

/* { dg-final { scan-kmsan-not {unhandled} } } */
/* { dg-final { scan-kmsan-not {__msan_warning} } } */
/* A lane is poisoned if it is in either operand. */
/* { dg-final { scan-kmsan {VEC_COND_EXPR|\? . 65535, } "add" } } */
