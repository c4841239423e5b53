/* A switch uses the value that it switches on. */
/* { dg-kmsan-report {uninit-value in poisoned} {Local variable x created at:\n main} } */
#include "use.h"

noipa static int clean(int *p)
{
	switch (*p) {
	case 3: return 1;
	case 17: return 5;
	case 40: return 9;
	}
	return 0;
}

noipa static int poisoned(int *p)
{
	switch (*p) {
	case 3: return 1;
	case 17: return 5;
	case 40: return 9;
	}
	return 0;
}

int main(void)
{
	int x, y = 17;

	touch(&x);
	clean(&y);
	poisoned(&x);
	return 0;
}
