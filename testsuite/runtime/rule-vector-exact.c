/* Integer lanes: sums with their carries, comparisons and minima by what is
   known, products that a zero decides, conversions bit by bit. */
/* { dg-kmsan-clean } */
#include <emmintrin.h>
#include "shadow.h"

typedef int v4 __attribute__((vector_size(16)));
typedef unsigned u4 __attribute__((vector_size(16)));
typedef unsigned char b16 __attribute__((vector_size(16)));
typedef short h8 __attribute__((vector_size(16)));
typedef long v2l __attribute__((vector_size(16)));
typedef int v2 __attribute__((vector_size(8)));
typedef unsigned v2u __attribute__((vector_size(8)));

#define LANE(n, s) ((bits)(s) << (32 * (n)))

OP2(sum, v4, v4, v4, a + b)
OP2(difference, v4, v4, v4, a - b)
OP1(negative, v4, v4, a < 0)
OP2(less, v4, v4, v4, a < b)
OP2(below, v4, u4, u4, a < b)
OP2(equal, v4, v4, v4, a == b)
OP2(least, h8, h8, h8, (h8)_mm_min_epi16((__m128i)a, (__m128i)b))
OP2(lowest, b16, b16, b16, (b16)_mm_min_epu8((__m128i)a, (__m128i)b))
OP2(highest, h8, h8, h8, (h8)_mm_max_epi16((__m128i)a, (__m128i)b))
OP2(product, v4, v4, v4, a * b)
#define FACTORS ((v4){ 8, 8, 0, 1 })
OP1(eight_times, v4, v4, a * FACTORS)
OP1(widened, v2l, v2, __builtin_convertvector(a, v2l))
OP1(widened_unsigned, v2l, v2u, __builtin_convertvector(a, v2l))
OP1(narrowed, v2, v2l, __builtin_convertvector(a, v2))

int main(void)
{
	v4 v = { 1, 3, 0, -1 }, w = { 1, 1, 5, 1 };
	b16 c = { 0, 3 };

	expect2(sum, v, LANE(0, 1), w, 0, LANE(0, 3));
	expect2(sum, v, LANE(1, 8), w, 0, LANE(1, 8));
	expect2(difference, v, LANE(2, 1), w, 0, LANE(2, 0x7));
	expect1(negative, v, LANE(0, 0x7fffffff), 0);
	expect1(negative, v, LANE(0, 0x80000000), LANE(0, 0xffffffff));
	expect2(less, v, LANE(3, 0xff), w, 0, 0);
	expect2(less, v, LANE(2, 3), w, 0, 0);
	expect2(less, v, LANE(2, 7), w, 0, LANE(2, 0xffffffff));
	expect2(below, (u4){ 1 }, LANE(0, 0x80000000), (u4){ 2 }, 0,
		LANE(0, 0xffffffff));
	expect2(equal, v, LANE(1, 1), w, 0, 0);
	expect2(equal, v, LANE(1, 2), w, 0, LANE(1, 0xffffffff));
	expect2(least, (h8){ 1 }, 0xff, (h8){ 512 }, 0x0100, 0xff);
	expect2(least, (h8){ 1 }, 0xff, (h8){ 2 }, 0, 0xff);
	expect2(least, (h8){ 256 }, 0xff, (h8){ 2 }, 0, 0);
	/* 0 is the least there is, and 256 to 511 are not less than 256. */
	expect2(lowest, c, 0, (b16){}, 0xffff, 0xff00);
	expect2(lowest, (b16){}, 0xffff, c, 0, 0xff00);
	expect2(highest, (h8){ 256 }, 0xff, (h8){ 256 }, 0, 0xff);
	expect2(highest, (h8){ 511 }, 0, (h8){ 256 }, 0xff, 0);
	expect2(highest, (h8){ 256 }, 0xff, (h8){ 511 }, 0, 0);
	expect2(product, v, LANE(1, 2), w, LANE(2, 2), LANE(1, 0xfffffffe));
	expect1(eight_times, v, LANE(1, 1) | LANE(2, 1), LANE(1, 0xfffffff8));
	expect1(widened, (v2){}, (bits)0x80000001, (bits)0xffffffff80000001);
	expect1(widened_unsigned, (v2u){}, (bits)0x80000001, (bits)0x80000001);
	expect1(narrowed, (v2l){}, (bits)0x1234567800f0, (bits)0x567800f0);
	return 0;
}
