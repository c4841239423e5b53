/* A result that comes through a hidden pointer although it is an SSA name has
   its shadow: a vector that no register holds, __float128 by Microsoft's
   convention. */
/* { dg-kmsan-report {uninit-value in main} {stored to memory at:\n wide} {Local variable vector created at:\n main} } */
/* { dg-kmsan-report {uninit-value in main} {stored to memory at:\n large} {Local variable number created at:\n main} } */
/* { dg-kmsan-levels -Og -O1 -O2 -O3 -Os } */
/* { dg-kmsan-modes eager lazy } */
#include "use.h"

#pragma GCC diagnostic ignored "-Wpsabi"

typedef int v8si __attribute__((vector_size(32)));

noipa static v8si wide(const v8si *p)
{
	return *p;
}

__attribute__((ms_abi)) noipa static __float128 large(const __float128 *p)
{
	return *p;
}

int main(int argc, char **argv)
{
	v8si vector, clean = { argc, argc };
	__float128 number, one = argc;

	touch(&vector);
	touch(&number);
	vector[3] = argc;
	clean = wide(&clean);
	use(clean[7] == 5);
	vector = wide(&vector);
	use(vector[3] == 5);
	use(vector[4] == 5);
	use(large(&one) == 5);
	use(large(&number) == 5);
	return 0;
}
