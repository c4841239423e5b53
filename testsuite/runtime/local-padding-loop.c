/* The padding of a local is uninitialised again in each round of a loop. */
/* { dg-kmsan-report {uninit-value in padding} {Local variable s created at:\n main} } */
/* { dg-kmsan-report {uninit-value in padding} {Local variable s created at:\n main} } */
#include "use.h"

struct s {
	char c;
	int i;
};

noipa static void padding(char *bytes)
{
	use(bytes[1]);
	bytes[1] = 0;
	use(bytes[1]);
}

int main(int argc, char **argv)
{
	for (int i = 0; i < 2; i++) {
		struct s s = { (char)argc, i };

		padding((char *)&s);
	}
	return 0;
}
