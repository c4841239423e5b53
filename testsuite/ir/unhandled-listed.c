/* What has no rule is named in the dump. */
/* { dg-final { scan-kmsan {;; kmsan: unhandled builtin __builtin_ia32_} "f" } } */
#include <emmintrin.h>

int f(__m128i *p)
{
	return _mm_movemask_epi8(*p);
}
