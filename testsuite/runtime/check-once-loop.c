/* A value that was reported in one arm is still reported in the other, and each
   time around a loop it may be a different value. */
/* { dg-kmsan-report {uninit-value in walk} {Local variable list created at:\n main} } */
/* { dg-kmsan-report {uninit-value in other} {Local variable list created at:\n main} } */
#include "use.h"

static int table[16];

noipa static int walk(const int *list, int n)
{
	int sum = 0, i = 0;

	while (n--) {
		sum += table[i];
		i = *list++ & 15;
	}
	return sum;
}

noipa static int other(const int *list, int how)
{
	int i = *list;

	if (how)
		return table[i & 15];
	return table[(i + 1) & 15];
}

int main(int argc, char **argv)
{
	int list[4];

	list[0] = list[1] = list[3] = 0;
	touch(list);
	touch(table);
	walk(list, 4);
	other(list + 2, argc > 5);
	return 0;
}
