/* An earlier call's variadic shadow does not leak into the next call's. */
/* { dg-kmsan-clean } */
#include "varargs.h"

struct s {
	long a, b, c;
};

TAKE(take_struct, struct s)
TAKE(take_int, int)
TAKE(take_long, long)

int main(void)
{
	struct s s, to;
	int x;
	long l;

	touch(&s);
	take_struct(&to, 0, s);
	take_int(&x, 6, 1, 2, 3, 4, 5, 6, 7);
	expect_shadow(x, 0);
	take_struct(&to, 0, s);
	take_long(&l, 0, 7L);
	expect_shadow(l, 0);
	return 0;
}
