/* What a gather leaves alone keeps its origin; what it loads has that of its place.
   Without AVX2 the lanes are copied. */
/* { dg-kmsan-report {uninit-value in main} {stored to memory at:} {Local variable others created at} } */
/* { dg-kmsan-report {uninit-value in main} {stored to memory at:} {Local variable from created at} } */
#include <immintrin.h>
#include "use.h"

noipa __attribute__((target("avx2"))) static void
gather(int *to, const int *from, const int *others)
{
	__m128i left = _mm_loadu_si128((const __m128i *)others);

	left = _mm_mask_i32gather_epi32(left, from, _mm_setr_epi32(0, 1, 2, 3),
					_mm_setr_epi32(0, -1, -1, 0), 4);
	_mm_storeu_si128((__m128i *)to, left);
}

noipa static void copy(int *to, const int *from, const int *others)
{
	to[0] = others[0];
	to[1] = from[1];
	to[2] = from[2];
	to[3] = others[3];
}

noipa static void fill(int *to, const int *from, const int *others)
{
	if (__builtin_cpu_supports("avx2"))
		gather(to, from, others);
	else
		copy(to, from, others);
}

int main(void)
{
	int from[4], others[4], set[4] = {1, 2, 3, 4}, to[4];

	touch(from);
	touch(others);
	fill(to, set, others);
	use(to[0] == 1);
	use(to[1] == 1);
	fill(to, from, set);
	use(to[2] == 1);
	use(to[3] == 1);
	return 0;
}
