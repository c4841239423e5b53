/* A pure call that could leave a loop takes its metadata with it. */
/* { dg-kmsan-clean } */
#include "use.h"

struct s {
	long a, b;
};

__attribute__((pure, noinline)) static long get(const long *p)
{
	return *p;
}

noipa static void poison(void)
{
	struct s s;

	touch(&s);
}

noipa static struct s poisoned_result(void)
{
	struct s s;

	touch(&s);
	return s;
}

int main(int argc, char **argv)
{
	long x = argc;

	touch(&x);
	for (int i = 0; i < 3; i++) {
		struct s s = poisoned_result();

		touch(&s);
		poison();
		use(get(&x) == 5);
	}
	return 0;
}
