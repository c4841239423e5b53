/* Conversions that read memory: an element for all lanes, or one half of each lane. */
/* { dg-kmsan-gcc 13 } */
/* { dg-options "-O2 -mavxneconvert -fchecking -fdump-tree-kmsan" } */
#include <immintrin.h>

void all(__m128 *to, const __bf16 *from)
{
	*to = _mm_bcstnebf16_ps(from);
}

void even(__m128 *to, const __m128bh *from)
{
	*to = _mm_cvtneebf16_ps(from);
}

void odd(__m256 *to, const __m256h *from)
{
	*to = _mm256_cvtneoph_ps(from);
}

/* { dg-final { scan-kmsan-not {unhandled} } } */
/* { dg-final { scan-kmsan {__msan_metadata_ptr_for_load_2} "all" } } */
/* { dg-final { scan-kmsan {__msan_metadata_ptr_for_load_n} "even" } } */
/* { dg-final { scan-kmsan {& . 65535, 65535, 65535, 65535 } "even" } } */
/* { dg-final { scan-kmsan {& . 4294901760, 4294901760, } "odd" } } */
