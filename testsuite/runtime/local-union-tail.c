/* Setting a small member of a union leaves the rest of a larger one. */
/* { dg-kmsan-report {uninit-value in whole} {Local variable u created at:\n main} } */
#include "use.h"

union u {
	char c;
	long l;
};

noipa static void set(union u *u)
{
	u->c = 1;
}

noipa static void part(union u *u)
{
	use(u->c == 3);
}

noipa static void whole(union u *u)
{
	use(u->l == 1);
}

int main(void)
{
	union u u;

	set(&u);
	part(&u);
	whole(&u);
	return 0;
}
