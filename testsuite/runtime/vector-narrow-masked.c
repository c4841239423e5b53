/* A conversion to narrower lanes leaves the upper ones 0: what the operand for
   masked-out lanes has there does not matter.  On processors without AVX-512 there
   is nothing to see. */
/* { dg-kmsan-clean } */
#include <immintrin.h>
#include <kmsan.h>
#include <stdlib.h>

__attribute__((target("avx512f,avx512vl,avx512bw"))) static void narrow(void)
{
	__m256i from = _mm256_set_epi64x(1, 2, 1l << 40, 4);
	short others[8] = {5, 5, 5, 5}, result[8];
	__m128i into;

	/* The upper four are unknown, and the second is not masked out. */
	kmsan_poison_memory(others + 4, sizeof(*others) * 4);
	kmsan_poison_memory(others + 1, sizeof(*others));
	into = _mm_loadu_si128((const __m128i *)others);
	into = _mm256_mask_cvtsepi64_epi16(into, 0x7, from);
	_mm_storeu_si128((__m128i *)result, into);
	if (result[1] != 0x7fff || result[3] != 5 || result[7])
		abort();
}

int main(void)
{
	if (__builtin_cpu_supports("avx512vl") &&
	    __builtin_cpu_supports("avx512bw"))
		narrow();
	return 0;
}
