/* A value that is checked in a later block has the origin that it had when it
   was read, though its memory has been written since on the way there. */
/* { dg-kmsan-report {uninit-value in use} {created at:} {malloc} {first} } */
#include <stdlib.h>
#include "use.h"

noipa static int *first(void)
{
	int *p = malloc(2 * sizeof(*p));

	touch(p);
	return p;
}

noipa static void use_later(int *p, const int *other, int again)
{
	int value = p[0];

	if (again)
		p[0] = *other;
	for (int i = 0; i < 2; i++) {
		if (i == again)
			use(value == 77);
		p[0] = *other;
	}
}

int main(int argc, char **argv)
{
	struct {
		int v;
	} local;
	int *p = first();

	touch(&local);
	use_later(p, &local.v, argc);
	free(p);
	return 0;
}
