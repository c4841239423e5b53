/* IPA-SRA passes a member instead of the struct's address.  Passing it is not a
   use, even with eager checks: the program passed a pointer. */
/* { dg-kmsan-report {uninit-value in main} {Local variable s created at:\n main} } */
#include "use.h"

struct s {
	int a, b, c[10];
};

__attribute__((noinline)) static int get(struct s *p, int *other)
{
	touch(other);
	return p->b;
}

int main(int argc, char **argv)
{
	struct s s;
	int kept;

	touch(&s);
	s.a = argc;
	kept = get(&s, &argc);
	touch(&argc);
	use(s.a == 5);
	use(kept == 5);
	return 0;
}
