/* Vectors wider or narrower than the machine's are taken apart and keep their
   shadow. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -Wno-psabi" } */
#include <string.h>
#include "shadow.h"

typedef int v16 __attribute__((vector_size(64)));
typedef char v2 __attribute__((vector_size(2)));

noipa static void add(v16 *to, v16 *a, v16 *b)
{
	*to = *a + *b;
}

OP2(add_small, v2, v2, v2, a + b)

int main(void)
{
	v16 a, b, to;
	int *lanes = (int *)&to;

	memset(&a, 0, sizeof(a));
	memset(&b, 0, sizeof(b));
	poison_bits(((int *)&a)[3], 0x0f);
	poison_bits(((int *)&b)[12], 0xf0);
	add(&to, &a, &b);
	for (int i = 0; i < 16; i++)
		expect_shadow(lanes[i], i == 3 ? 0x0f : i == 12 ? 0xf0 : 0);
	expect2(add_small, (v2){}, 0x0f, (v2){}, 0xf000, 0xf00f);
	return 0;
}
