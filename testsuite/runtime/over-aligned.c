/* Over-aligned locals and members are poisoned where they really are. */
/* { dg-kmsan-report {uninit-value in get} {Local variable s created at:\n main} } */
#include <stdint.h>
#include "use.h"

struct __attribute__((aligned(256))) s {
	int a;
	int b __attribute__((aligned(64)));
};

noipa static void set(struct s *s)
{
	s->a = 1;
}

noipa static void get(struct s *s)
{
	use(s->a == 2);
	use(s->b == 2);
}

int main(void)
{
	struct s s;

	set(&s);
	get(&s);
	use((uintptr_t)&s & 255);
	return 0;
}
