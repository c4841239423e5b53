/* Lanes of vectors keep their poison to themselves. */
/* { dg-kmsan-clean } */
#include "shadow.h"

typedef int v4 __attribute__((vector_size(16)));
typedef unsigned char v16 __attribute__((vector_size(16)));
typedef float f4 __attribute__((vector_size(16)));

#define LANE(n, s) ((bits)(s) << (32 * (n)))

static const v4 values = { 1, 2, 3, 4 };

OP2(sum, v4, v4, v4, a + b)
OP2(and, v4, v4, v4, a & b)
OP2(left, v4, v4, v4, a << b)
OP2(equal, v4, v4, v4, a == b)
OP2(less_float, v4, f4, f4, a < b)
OP1(convert, f4, v4, __builtin_convertvector(a, f4))
OP1(lane_2, int, v4, a[2])
OP1(shuffle, v4, v4, __builtin_shuffle(a, (v4){ 3, 3, 0, 1 }))
OP1(broadcast, v4, int, (v4){} + a)
OP2(make, v4, int, int, ((v4){ a, b, 0, a }))
OP1(bytes, v16, v4, (v16)a)

int main(void)
{
	v4 v = values;

	expect2(sum, v, LANE(1, 0xff), v, LANE(3, 0x0f),
		LANE(1, 0x1ff) | LANE(3, 0x1f));
	expect2(and, v, LANE(1, 0xff), v, 0, LANE(1, 0x02));
	expect2(left, v, LANE(0, 0x11), v, LANE(2, 1),
		LANE(0, 0x22) | LANE(2, 0xffffffff));
	expect2(equal, v, LANE(2, 0x10), v, 0, LANE(2, 0xffffffff));
	expect2(less_float, (f4){ 1 }, LANE(0, 1), (f4){ 2 }, 0,
		LANE(0, 0xffffffff));
	expect1(convert, v, LANE(3, 1), LANE(3, 0xffffffff));
	expect1(lane_2, v, LANE(2, 0xf0), 0xf0);
	expect1(lane_2, v, ~LANE(2, 0xffffffff), 0);
	expect1(shuffle, v, LANE(3, 0xf0),
		LANE(0, 0xf0) | LANE(1, 0xf0));
	expect1(shuffle, v, LANE(2, 0xf0), 0);
	expect1(broadcast, 1, 0x11,
		LANE(0, 0x11) | LANE(1, 0x11) | LANE(2, 0x11) | LANE(3, 0x11));
	expect2(make, 1, 0x0f, 2, 0xf0,
		LANE(0, 0x0f) | LANE(1, 0xf0) | LANE(3, 0x0f));
	expect1(bytes, v, LANE(1, 0x0ff0), LANE(1, 0x0ff0));
	return 0;
}
