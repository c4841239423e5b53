/* With a known condition, a selection has the shadow of the operand taken; with
   an unknown one, all bits in which the operands differ are poisoned. */
/* { dg-kmsan-clean } */
/* { dg-options "-fgimple -g" } */
#include "shadow.h"

void __GIMPLE (ssa) choose_op(unsigned *r, int *pc, unsigned *pa, unsigned *pb)
{
	int c;
	unsigned a;
	unsigned b;
	unsigned chosen;
	_Bool test;

__BB(2):
	c_1 = __MEM <int> (pc_2(D));
	a_3 = __MEM <unsigned int> (pa_4(D));
	b_5 = __MEM <unsigned int> (pb_6(D));
	test_7 = c_1 != 0;
	chosen_8 = test_7 ? a_3 : b_5;
	__MEM <unsigned int> (r_9(D)) = chosen_8;
	return;
}

CHECK3(choose, unsigned, int, unsigned, unsigned)

int main(void)
{
	expect3(choose, 1, 0, 5, 0, 6, 0, 0);
	expect3(choose, 1, 0, 5, 0x0f, 6, 0xf0, 0x0f);
	expect3(choose, 0, 0, 5, 0x0f, 6, 0xf0, 0xf0);
	expect3(choose, 0, 1, 5, 0, 6, 0, 0x03);
	expect3(choose, 0, 1, 5, 0, 5, 0, 0);
	expect3(choose, 1, 1, 5, 0x10, 5, 0x20, 0x30);
	/* A condition that is known in spite of its poison. */
	expect3(choose, 2, 1, 5, 0x0f, 6, 0xf0, 0x0f);
	return 0;
}
