/* A cleanup function sees its variable as it is at the end of the scope. */
/* { dg-kmsan-report {uninit-value in poisoned} {Local variable y created at:\n main} } */
/* { dg-options "-g -fexceptions" } */
#include "use.h"

noipa static void clean(int *p)
{
	use(*p == 5);
}

noipa static void poisoned(int *p)
{
	use(*p == 5);
}

int main(int argc, char **argv)
{
	int x __attribute__((cleanup(clean)));
	int y __attribute__((cleanup(poisoned)));

	touch(&y);
	x = argc;
	return 0;
}
