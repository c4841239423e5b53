/* GCC copies what is passed by reference to the callee's own memory if a
   register could hold it: the shadow that was there before does not count. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes eager lazy } */
#include "use.h"

struct two {
	long a, b;
};

noipa static void leave_poison(void)
{
	long area[100];

	touch(area);
}

__attribute__((ms_abi)) noipa static long callee(struct two t, __int128 i,
						 struct two u)
{
	touch(&t);
	touch(&u);
	touch(&i);
	use(t.a == 5);
	use(t.b == 5);
	use(i == 5);
	use(u.a == 5);
	return u.b;
}

int main(int argc, char **argv)
{
	struct two t = { argc, argc };

	leave_poison();
	use(callee(t, argc, t) == 5);
	return 0;
}
