/* A reported value is not reported again where every path leads through the
   first report; other values are, and so are values that left the function.
   Without optimisation each read of a variable gives another value. */
/* { dg-kmsan-levels -Og -O1 -O2 -O3 -Os } */
/* { dg-kmsan-report {uninit-value in look} {Local variable i created at:\n main} } */
/* { dg-kmsan-report {uninit-value in look} {Local variable j created at:\n main} } */
/* { dg-kmsan-report {uninit-value in look} {Local variable k created at:\n main} } */
/* { dg-kmsan-report {uninit-value in after} {stored to memory at:\n look} {Local variable i created at:\n main} } */
#include "use.h"

static int table[16], left;

noipa static int look(const int *i, const int *j, const int *k, int first)
{
	int a = *i, b = *j, c = *k, sum;

	sum = table[a & 7];
	sum += table[(a & 7) + 8];
	sum += table[(a + b) & 7];
	if (first)
		sum += table[c & 7];
	else
		sum += table[(c + 1) & 7];
	left = a;
	return sum;
}

noipa static void after(void)
{
	use(left == 5);
}

int main(int argc, char **argv)
{
	int i, j, k;

	touch(table);
	touch(&i);
	touch(&j);
	touch(&k);
	use(look(&i, &j, &k, argc > 5) == 77);
	after();
	return 0;
}
