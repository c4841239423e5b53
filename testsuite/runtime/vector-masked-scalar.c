/* Of a masked operation on lane 0, the mask's bit 0 says whether the lane is the
   result, or that of another operand, which gives the upper lanes if it is also
   what the result is added to.  On processors without AVX-512 there is nothing to
   see. */
/* { dg-kmsan-clean } */
#include <immintrin.h>
#include "shadow.h"

#define TARGET noipa __attribute__((target("avx512f,avx512vl")))
#define LOW ((bits)0xffffffff)
#define HIGH (LOW << 96)
#define ALWAYS ((__mmask8)-1)
#define ROUNDING (_MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC)

TARGET static void always(__m128 *to, const __m128 *a, const __m128 *b,
			  const __m128 *others)
{
	to[0] = _mm_mask_scalef_ss(*others, ALWAYS, *a, *b);
	to[1] = _mm_mask_scalef_round_ss(*others, 0, *a, *b, ROUNDING);
}

TARGET static void scale(__m128 *to, const __m128 *a, const __m128 *b,
			 const __m128 *others, const __mmask8 *mask)
{
	to[0] = _mm_mask_scalef_ss(*others, *mask, *a, *b);
	to[1] = _mm_maskz_scalef_ss(*mask, *a, *b);
}

TARGET static void add_product(__m128 *to, const __m128 *a, const __m128 *b,
			       const __m128 *c, const __mmask8 *mask)
{
	to[0] = _mm_mask_fmadd_ss(*a, *mask, *b, *c);
	to[1] = _mm_maskz_fmadd_ss(*mask, *a, *b, *c);
	to[2] = _mm_mask3_fmadd_ss(*a, *b, *c, *mask);
}

TARGET static void compare(__mmask8 *to, const __m128 *a, const __m128 *b,
			   const __mmask8 *mask)
{
	*to = _mm_mask_cmp_ss_mask(*mask, *a, *b, _CMP_EQ_OQ);
}

TARGET static void run(void)
{
	__m128 a = {1, 2, 3, 4}, b = a, others = a, to[3];
	__mmask8 off = 0, on = 1, open = 0, bit;

	poison_bits(open, 1);
	poison_bits(others, LOW | HIGH);
	always(to, &a, &b, &others);
	expect_shadow(to[0], 0);
	expect_shadow(to[1], LOW);
	scale(to, &a, &b, &others, &on);
	expect_shadow(to[0], 0);
	scale(to, &a, &b, &others, &off);
	expect_shadow(to[0], LOW);
	scale(to, &a, &b, &a, &open);
	expect_shadow(to[0], LOW);
	expect_shadow(to[1], LOW);

	poison_bits(b, LOW);
	scale(to, &a, &b, &a, &on);
	expect_shadow(to[0], LOW);
	expect_shadow(to[1], LOW);
	scale(to, &a, &b, &a, &off);
	expect_shadow(to[0], 0);
	expect_shadow(to[1], 0);
	compare(&bit, &a, &b, &on);
	expect_shadow(bit, 1);
	compare(&bit, &a, &b, &off);
	expect_shadow(bit, 0);

	/* The third operand is poisoned. */
	add_product(to, &a, &a, &others, &on);
	expect_shadow(to[0], LOW);
	expect_shadow(to[1], LOW);
	expect_shadow(to[2], LOW | HIGH);
	add_product(to, &a, &a, &others, &off);
	expect_shadow(to[0], 0);
	expect_shadow(to[1], 0);
	expect_shadow(to[2], LOW | HIGH);
	/* The first. */
	add_product(to, &others, &a, &a, &off);
	expect_shadow(to[0], LOW | HIGH);
	expect_shadow(to[1], HIGH);
	expect_shadow(to[2], 0);
}

int main(void)
{
	if (__builtin_cpu_supports("avx512vl"))
		run();
	return 0;
}
