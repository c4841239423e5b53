/* The size of a copy is used: it decides what is overwritten. */
/* { dg-kmsan-report {uninit-value in copy} } */
/* { dg-kmsan-modes lazy } */
#include <string.h>
#include "shadow.h"

static char a[16], b[16];

noipa static void copy(size_t *n)
{
	memcpy(a, b, *n);
}

int main(void)
{
	size_t n = 8;

	copy(&n);
	poison_bits(n, 1);
	copy(&n);
	return 0;
}
