/* The result of a function that is not instrumented counts as initialised,
   whatever an earlier call has left in the context state. */
/* { dg-kmsan-clean } */
#include <kmsan.h>
#include "use.h"

struct pair {
	long a, b;
};

noipa static struct pair poisoned(void)
{
	struct pair s;

	touch(&s);
	return s;
}

noipa static int poisoned_int(void)
{
	int x;

	touch(&x);
	return x;
}

__no_sanitize_memory noipa static struct pair pair(void)
{
	return (struct pair){ 1, 2 };
}

__no_sanitize_memory noipa static int integer(void)
{
	return 1;
}

int main(void)
{
	struct pair s = poisoned();

	s = pair();
	touch(&s);
	use(s.a == 2);
	use(s.b == 1);
	poisoned_int();
	use(integer() == 2);
	return 0;
}
