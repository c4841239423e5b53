/* Lanes that are widened or narrowed keep their poison to themselves. */
/* { dg-kmsan-clean } */
#include "shadow.h"

typedef int v2i __attribute__((vector_size(8)));
typedef long v2l __attribute__((vector_size(16)));
typedef unsigned v2u __attribute__((vector_size(8)));
typedef double v2d __attribute__((vector_size(16)));
typedef float v2f __attribute__((vector_size(8)));
typedef int v4i __attribute__((vector_size(16)));
typedef float v4f __attribute__((vector_size(16)));

#define HIGH(s) ((bits)(s) << 64)

OP1(to_double, v2d, v2i, __builtin_convertvector(a, v2d))
OP1(to_float, v2f, v2l, __builtin_convertvector(a, v2f))
OP1(float_to_int, v4i, v4f, __builtin_convertvector(a, v4i))

int main(void)
{
	expect1(to_double, (v2i){}, 0, 0);
	expect1(to_double, (v2i){}, 0x10, ALL_OF(long));
	expect1(to_double, (v2i){}, (bits)0x10 << 32, ALL << 64);
	expect1(to_float, (v2l){}, HIGH(1), 0xffffffff00000000);
	expect1(float_to_int, (v4f){}, HIGH(1), HIGH(0xffffffff));
	return 0;
}
