/* A permutation moves lanes and their shadow; an uninitialised mask is used.
   (Without optimisation GCC takes it apart before the plugin sees it; then
   there are several uses.) */
/* { dg-kmsan-levels -O1 -O2 -O3 -Os } */
/* { dg-kmsan-report {uninit-value in shuffle_op} } */
#include "shadow.h"

typedef int v4 __attribute__((vector_size(16)));

OP3(shuffle, v4, v4, v4, v4, __builtin_shuffle(a, b, c))

#define LANE(n, s) ((bits)(s) << (32 * (n)))

int main(void)
{
	v4 v = { 1, 2, 3, 4 }, mask = { 7, 0, 4, 1 };

	expect3(shuffle, v, 0, v, 0, mask, 0, 0);
	expect3(shuffle, v, LANE(1, 0x0f), v, LANE(3, 0xf0), mask, 0,
		LANE(3, 0x0f) | LANE(0, 0xf0));
	expect3(shuffle, v, LANE(2, 0x0f), v, LANE(2, 0xf0), mask, 0, 0);
	expect3(shuffle, v, 0, v, 0, mask, 1, 0);
	return 0;
}
