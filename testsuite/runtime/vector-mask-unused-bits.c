/* Of a mask that decides which memory is touched, only the bits count that stand
   for a lane: those above are not used.  What the processor does not have is left
   out. */
/* { dg-kmsan-clean } */
#include <immintrin.h>
#include "shadow.h"

#define TARGET noipa __attribute__((target("avx512f,avx512vl")))

TARGET static void scatter_four(int *to, const int *from, const __mmask8 *mask)
{
	_mm_mask_i32scatter_epi32(to, *mask, _mm_setr_epi32(0, 1, 2, 3),
				  _mm_loadu_si128((const __m128i *)from), 4);
}

/* Two lanes have an index. */
TARGET static void scatter_two(int *to, const int *from, const __mmask8 *mask)
{
	_mm_mask_i64scatter_epi32(to, *mask, _mm_set_epi64x(1, 0),
				  _mm_loadu_si128((const __m128i *)from), 4);
}

TARGET static void store(long long *to, const int *from, const __mmask8 *mask)
{
	__m128i all = _mm_loadu_si128((const __m128i *)from);

	_mm_mask_storeu_epi64(to, *mask, all);
	_mm_mask_cvtepi64_storeu_epi32(to + 2, *mask, all);
	_mm_mask_compressstoreu_epi64(to + 3, *mask, all);
}

TARGET static void gather(int *to, const int *from, const __mmask8 *mask)
{
	__m128i all = _mm_loadu_si128((const __m128i *)from);

	all = _mm_mmask_i64gather_epi32(all, *mask, _mm_set_epi64x(1, 0), from,
					4);
	_mm_storeu_si128((__m128i *)to, all);
}

/* Here the mask is of signs, and two lanes have an index. */
noipa __attribute__((target("avx2"))) static void
gather_by_signs(int *to, const int *from, const int *mask)
{
	__m128i all = _mm_loadu_si128((const __m128i *)from);

	all = _mm_mask_i64gather_epi32(all, from, _mm_set_epi64x(1, 0),
				       _mm_loadu_si128((const __m128i *)mask),
				       4);
	_mm_storeu_si128((__m128i *)to, all);
}

noipa static void run_by_signs(void)
{
	int from[4] = {1, 2, 3, 4}, got[4] = {0}, mask[4] = {-1};

	set_shadow(mask + 2, 8, ALL);
	gather_by_signs(got, from, mask);
	compare_shadow(__LINE__, got, 16, 0);
}

TARGET static void run(void)
{
	int from[4] = {1, 2, 3, 4}, got[4] = {0};
	long long to[8] = {0};
	__mmask8 mask = 3;

	/* Bits 4 to 7 stand for no lane of any of these. */
	set_shadow(&mask, 1, 0xf0);
	scatter_four(got, from, &mask);
	/* Bits 2 and 3 stand for none where two lanes are touched. */
	set_shadow(&mask, 1, 0xfc);
	scatter_two(got, from, &mask);
	store(to, from, &mask);
	gather(got, from, &mask);
	compare_shadow(__LINE__, to, 16, 0);
	compare_shadow(__LINE__, got, 16, 0);
}

int main(void)
{
	if (__builtin_cpu_supports("avx2"))
		run_by_signs();
	if (__builtin_cpu_supports("avx512vl"))
		run();
	return 0;
}
