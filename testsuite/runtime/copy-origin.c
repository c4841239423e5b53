/* A copied struct keeps the origin of each of its members, by a link. */
/* { dg-kmsan-report {uninit-value in first} {stored to memory at:\n copy} {stored to memory at:\n main} {Local variable x created at:\n main} } */
/* { dg-kmsan-report {uninit-value in second} {stored to memory at:\n copy} {stored to memory at:\n main} {Local variable y created at:\n main} } */
#include <string.h>
#include "use.h"

struct big {
	int a, gap[30], b;
};

noipa static void copy(struct big *to, struct big *from)
{
	*to = *from;
	touch(to);
}

noipa static void first(struct big *p)
{
	use(p->a == 1);
}

noipa static void second(struct big *p)
{
	use(p->b == 1);
}

int main(void)
{
	int x, y;
	struct big from, to;

	memset(&from, 0, sizeof(from));
	memset(&to, 0, sizeof(to));
	touch(&x);
	touch(&y);
	memcpy(&from.a, &x, sizeof(x));
	memcpy(&from.b, &y, sizeof(y));
	copy(&to, &from);
	first(&to);
	second(&to);
	return 0;
}
