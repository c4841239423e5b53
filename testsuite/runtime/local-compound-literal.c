/* A compound literal is initialised, and again in each round of a loop. */
/* { dg-kmsan-clean } */
#include "use.h"

struct s {
	int a, b;
};

int main(int argc, char **argv)
{
	for (int i = 0; i < 2; i++) {
		struct s *p = &(struct s){ .a = i };
		int *array = (int[]){ i, argc, [5] = 1 };

		touch(p);
		touch(array);
		use(p->a);
		use(p->b);
		use(array[1] == 7);
		use(array[3]);
		p->a = 5;
	}
	return 0;
}
