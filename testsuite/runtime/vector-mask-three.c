/* Of a masked operation with three operands, the lanes that are masked out are those
   of one of the three, which counts in the other lanes as well.  What the processor
   does not have is left out. */
/* { dg-kmsan-clean } */
#include <immintrin.h>
#include "shadow.h"

#define LANE(n) ((bits)0xffffffff << 32 * (n))

noipa __attribute__((target("avx512f,avx512vl"))) static void
add_product(__m128 *to, const __m128 *a, const __m128 *b, const __m128 *c,
	    const __mmask8 *mask)
{
	to[0] = _mm_mask_fmadd_ps(*a, *mask, *b, *c);
	to[1] = _mm_maskz_fmadd_ps(*mask, *a, *b, *c);
	to[2] = _mm_mask3_fmadd_ps(*a, *b, *c, *mask);
}

noipa __attribute__((target("avx512vbmi2,avx512vl"))) static void
shift(__m128i *to, const __m128i *a, const __m128i *b, const __m128i *by,
      const __mmask8 *mask)
{
	to[0] = _mm_mask_shldv_epi32(*a, *mask, *b, *by);
	to[1] = _mm_maskz_shldv_epi32(*mask, *a, *b, *by);
}

static void run_fma(void)
{
	__m128 a = {1, 2, 3, 4}, open = a, to[3];
	__mmask8 mask = 5;

	poison_bits(open, LANE(0) | LANE(1));
	add_product(to, &a, &a, &open, &mask);
	expect_shadow(to[0], LANE(0));
	expect_shadow(to[1], LANE(0));
	expect_shadow(to[2], LANE(0) | LANE(1));
	add_product(to, &open, &a, &a, &mask);
	expect_shadow(to[0], LANE(0) | LANE(1));
	expect_shadow(to[1], LANE(0));
	expect_shadow(to[2], LANE(0));
}

static void run_shift(void)
{
	__m128i a = _mm_set1_epi32(1), open = a, by = _mm_set1_epi32(8), to[2];
	__mmask8 mask = 5;

	poison_bits(open, (bits)0xff << 32 | 0xff);
	shift(to, &open, &a, &by, &mask);
	expect_shadow(to[0], (bits)0xff << 32 | 0xff00);
	expect_shadow(to[1], 0xff00);
	shift(to, &a, &a, &open, &mask);
	expect_shadow(to[0], LANE(0));
	expect_shadow(to[1], LANE(0));
}

int main(void)
{
	if (__builtin_cpu_supports("avx512vl"))
		run_fma();
	if (__builtin_cpu_supports("avx512vl") &&
	    __builtin_cpu_supports("avx512vbmi2"))
		run_shift();
	return 0;
}
