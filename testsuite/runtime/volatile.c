/* A volatile object is read exactly as often as the program says; the value has
   the shadow of the object. */
/* { dg-kmsan-report {uninit-value in get} } */
#include "shadow.h"

struct s {
	volatile int a;
	volatile unsigned b : 5;
	volatile unsigned c : 5;
};

noipa static void set(volatile struct s *s)
{
	s->a = 1;
	s->b = 2;
}

noipa static void get(volatile struct s *s)
{
	use(s->a == 3);
	use(s->b == 3);
	use(s->c == 3);
}

int main(void)
{
	struct s s;

	kmsan_poison_memory(&s, sizeof(s));
	set(&s);
	get(&s);
	return 0;
}
