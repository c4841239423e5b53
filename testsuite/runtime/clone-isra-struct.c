/* IPA-SRA also passes a piece of a struct that was passed by value. */
/* { dg-kmsan-clean } */
#include "use.h"

struct s {
	long a, b, c[10];
};

static long sum;

__attribute__((noinline)) static void add(struct s s, int *p)
{
	touch(p);
	sum += s.b;
}

int main(int argc, char **argv)
{
	struct s s;

	touch(&s);
	s.a = argc;
	add(s, &argc);
	add(s, &argc);
	return 0;
}
