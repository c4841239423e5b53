/* Two vectors that are narrowed into one: the second operand's lanes are the lower
   ones.  On processors without AVX512-BF16 there is nothing to see. */
/* { dg-kmsan-clean } */
#include <immintrin.h>
#include "shadow.h"

#define TARGET noipa __attribute__((target("avx512bf16,avx512vl")))

TARGET static void join(__m128i *to, const float *upper, const float *lower,
			const __mmask8 *mask)
{
	__m128 a = _mm_loadu_ps(upper), b = _mm_loadu_ps(lower);

	to[0] = (__m128i)_mm_cvtne2ps_pbh(a, b);
	to[1] = (__m128i)_mm_maskz_cvtne2ps_pbh(*mask, a, b);
}

TARGET static void join_all(__m256i *to, const float *upper, const float *lower)
{
	*to = (__m256i)_mm256_cvtne2ps_pbh(_mm256_loadu_ps(upper),
					   _mm256_loadu_ps(lower));
}

TARGET static void test(void)
{
	float upper[8] = {1, 2, 3, 4, 5, 6, 7, 8}, lower[8] = {1};
	__mmask8 mask = 0x7e;
	__m128i to[2];
	__m256i all;

	set_shadow(upper + 1, sizeof(float), 1);
	set_shadow(lower + 3, sizeof(float), 1 << 31);
	join(to, upper, lower, &mask);
	expect_shadow(to[0], (bits)0xffff0000 << 64 | (bits)0xffff << 48);
	expect_shadow(to[1], (bits)0xffff0000 << 64 | (bits)0xffff << 48);
	mask = 0x77;
	join(to, upper, lower, &mask);
	expect_shadow(to[1], (bits)0xffff0000 << 64);
	join_all(&all, upper, lower);
	compare_shadow(__LINE__, &all, 16, (bits)0xffff << 48);
	compare_shadow(__LINE__, (char *)&all + 16, 16, 0xffff0000);
}

int main(void)
{
	if (__builtin_cpu_supports("avx512bf16") &&
	    __builtin_cpu_supports("avx512vl"))
		test();
	return 0;
}
