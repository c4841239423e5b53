/* Members that an initialiser does not name are zero. */
/* { dg-kmsan-clean } */
#include "use.h"

struct s {
	int a, b[20], c;
};

noipa static void check(int a)
{
	struct s s = { .b[3] = a };

	touch(&s);
	use(s.a);
	use(s.c);
	for (int i = 0; i < 20; i++)
		use(s.b[i] == 7);
}

int main(int argc, char **argv)
{
	check(argc);
	return 0;
}
