/* The lanes of @a, or where the mask is not 0 those of an operation. */
#include <immintrin.h>
#include "vector-conditional.h"

#define DEFINE(name, type, expression)                                   \
	DECLARE(name, type)                                              \
	{                                                                \
		type a = *pa, b = *pb;                                   \
		*r = (type)_mm_blendv_ps((__m128)a, (__m128)(expression), \
					 (__m128)(*mask > 0));           \
	}

DEFINE(sum, ints, a + b)
DEFINE(bitwise, ints, a ^ b)
DEFINE(float_sum, floats, a + b)
DEFINE(quotient, floats, a / b)
