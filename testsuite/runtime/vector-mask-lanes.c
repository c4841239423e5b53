/* Without AVX512BW, masks of lanes of 8 and 16 bits are made lane by lane.  A mask
   that takes all lanes leaves nothing of the operand for the others; any other,
   constant or not, leaves exactly the lanes that it masks out.  On processors
   without AVX-512 there is nothing to see. */
/* { dg-kmsan-clean } */
#include <immintrin.h>
#include "shadow.h"

#define TARGET noipa __attribute__((target("avx512f,avx512vl")))
#define MASK 0x5d

TARGET static void take_all(char *to, const long long *from)
{
	_mm_storeu_si128((__m128i *)to,
			 _mm256_cvtsepi64_epi16(_mm256_loadu_epi64(from)));
	_mm_storeu_si128((__m128i *)(to + 16),
			 _mm512_cvtsepi64_epi8(_mm512_loadu_epi64(from)));
}

TARGET static void take_some(char *to, const char *others,
			     const long long *from, const __mmask8 *mask)
{
	__m128i other = _mm_loadu_si128((const __m128i *)others);
	__m512i all = _mm512_loadu_epi64(from);

	_mm_storeu_si128((__m128i *)to,
			 _mm512_mask_cvtsepi64_epi8(other, MASK, all));
	_mm_storeu_si128((__m128i *)(to + 16),
			 _mm512_mask_cvtsepi64_epi8(other, *mask, all));
	_mm_storeu_si128((__m128i *)(to + 32),
			 _mm512_maskz_cvtsepi64_epi8(*mask, all));
}

TARGET static void narrow(void)
{
	long long from[8] = {1, 2, 3, 4, 5, 6, 7, 8};
	char to[48], others[16] = {0};
	__mmask8 mask = MASK;

	take_all(to, from);
	compare_shadow(__LINE__, to, 16, 0);
	compare_shadow(__LINE__, to + 16, 16, 0);
	set_shadow(others, 16, ALL);
	take_some(to, others, from, &mask);
	compare_shadow(__LINE__, to, 16, 0xff00ff000000ff00);
	compare_shadow(__LINE__, to + 16, 16, 0xff00ff000000ff00);
	compare_shadow(__LINE__, to + 32, 16, 0);
	/* Bits of the mask that are not initialised poison their lanes. */
	set_shadow(&mask, 1, 0x41);
	take_some(to, others, from, &mask);
	compare_shadow(__LINE__, to, 16, 0xff00ff000000ff00);
	compare_shadow(__LINE__, to + 16, 16, 0xffffff000000ffff);
	compare_shadow(__LINE__, to + 32, 16, 0x00ff0000000000ff);
}

/* The same where a lane depends on all lanes of the data. */
noipa __attribute__((target("avx512cd,avx512vl"))) static void
conflict(int *to, const int *from, const int *others, const __mmask8 *mask)
{
	__m128i other = _mm_loadu_si128((const __m128i *)others);
	__m128i data = _mm_loadu_si128((const __m128i *)from);

	_mm_storeu_si128((__m128i *)to, _mm_mask_conflict_epi32(other, *mask,
								data));
	_mm_storeu_si128((__m128i *)(to + 4),
			 _mm_maskz_conflict_epi32(*mask, data));
}

static void spread(void)
{
	int from[4] = {1, 2, 3, 4}, to[8], others[4];
	__mmask8 mask = 0x5;

	set_shadow(others, 16, ALL);
	conflict(to, from, others, &mask);
	compare_shadow(__LINE__, to, 16, ALL << 96 | 0xffffffff00000000);
	compare_shadow(__LINE__, to + 4, 16, 0);
	set_shadow(from, 16, 1);
	mask = 0xf;
	conflict(to, from, others, &mask);
	compare_shadow(__LINE__, to, 16, ALL);
	mask = 1;
	conflict(to, from, from, &mask);
	compare_shadow(__LINE__, to, 16, 0xffffffff);
	compare_shadow(__LINE__, to + 4, 16, 0xffffffff);
}

int main(void)
{
	if (__builtin_cpu_supports("avx512vl"))
		narrow();
	if (__builtin_cpu_supports("avx512vl") &&
	    __builtin_cpu_supports("avx512cd"))
		spread();
	return 0;
}
