/* The padding of a local is uninitialised again in each round of a loop. */
/* { dg-kmsan-report {uninit-value in first_round} {Local variable s created at:\n main} } */
/* { dg-kmsan-report {uninit-value in second_round} {Local variable s created at:\n main} } */
#include "use.h"

struct s {
	char c;
	int i[8];
};

noipa static void first_round(char *bytes)
{
	use(bytes[1]);
	bytes[1] = 0;
}

noipa static void second_round(char *bytes)
{
	use(bytes[1]);
}

int main(int argc, char **argv)
{
	for (int i = 0; i < 2; i++) {
		struct s s = { (char)argc, { i, i, i, i, i, i, i, i } };

		if (i == 0)
			first_round((char *)&s);
		else
			second_round((char *)&s);
	}
	return 0;
}
