/* Partial inlining splits a function where a variable may be uninitialised;
   that is not a use of it. */
/* { dg-kmsan-clean } */
#include "use.h"

static volatile int count;

static int *find(int key, int *found)
{
	int value;

	if (key < 3)
		return 0;
	if (key & 1)
		value = key;
	for (int i = 0; i < key; i++)
		count += i;
	if (key & 1)
		*found = value;
	touch(found);
	for (int i = 0; i < key; i++)
		count += i;
	return found;
}

int main(int argc, char **argv)
{
	int a = 0, b = 0;

	touch(&a);
	use(!find(argc, &a));
	use(!find(argc + 3, &b));
	use(!find(argc + 4, &a));
	use(!find(argc + 6, &b));
	use(a == 50);
	return 0;
}
