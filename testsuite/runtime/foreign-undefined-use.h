/* foreign-undefined-use.h - uses next to what the sanitizer inserts. */
#include <kmsan.h>
#include "use.h"

static volatile int sink;

noipa static void trap(int *p)
{
	if (*p == 12345678)
		__builtin_trap();
}

noipa static void not_reached(int *p)
{
	if (*p == 12345678)
		__builtin_unreachable();
	sink = 1;
}

noipa static int divisor(int *p, int x)
{
	return x / *p;
}

noipa static int index_of(int *p, int *a)
{
	return a[*p & 1];
}

noipa static int shifted(int *p)
{
	use(1 << (*p & 7) == 2);
	return sink;
}

int main(int argc, char **argv)
{
	int a[2] = { argc, argc }, x = argc + 1;

	kmsan_poison_memory(&x, sizeof(x));
	trap(&x);
	not_reached(&x);
	divisor(&x, 4);
	index_of(&x, a);
	shifted(&x);
	return 0;
}
