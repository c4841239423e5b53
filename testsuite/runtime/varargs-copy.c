/* va_copy, a va_list as an argument and one in a struct see the same shadow. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes lazy } */
#include "varargs.h"

struct holder {
	va_list list;
};

noipa static int next(va_list list)
{
	return va_arg(list, int);
}

noipa static int held(struct holder *holder)
{
	return va_arg(holder->list, int);
}

noipa static void take(int *to, int n, ...)
{
	struct holder holder;
	va_list list, copy;

	va_start(list, n);
	va_copy(copy, list);
	va_copy(holder.list, list);
	to[0] = va_arg(list, int);
	to[1] = va_arg(list, int);
	to[2] = next(copy);
	to[3] = next(copy);
	to[4] = held(&holder);
	to[5] = held(&holder);
	va_end(list);
	va_end(copy);
	va_end(holder.list);
}

int main(void)
{
	int x = 1, y = 2, to[6];

	poison_bits(x, 0x0f);
	poison_bits(y, 0xf0);
	take(to, 2, x, y);
	for (int i = 0; i < 6; i++)
		expect_shadow(to[i], i % 2 ? 0xf0 : 0x0f);
	return 0;
}
