/* GCC initialises arrays of variable length, too, but not what alloca returns,
   nor what has the attribute. */
/* { dg-kmsan-report {uninit-value in attribute} } */
/* { dg-kmsan-report {uninit-value in variable_attribute} } */
/* { dg-kmsan-report {uninit-value in unknown_size} } */
/* { dg-options "-g -ftrivial-auto-var-init=pattern" } */
#include "use.h"

struct padded {
	char c;
	long l;
};

noipa static void fixed(void)
{
	int array[40];
	struct padded padded;

	touch(array);
	touch(&padded);
	use(array[30]);
	use(padded.l);
	use(((char *)&padded)[3]);
}

noipa static void variable(int n)
{
	short array[n][3];

	touch(array);
	use(array[n - 1][2]);
}

noipa static void in_loop(int n)
{
	for (int i = 1; i < n; i++) {
		int array[i];

		touch(array);
		use(array[0]);
		array[0] = i;
	}
}

noipa static void attribute(void)
{
	__attribute__((uninitialized)) int array[7];

	touch(array);
	use(array[3]);
}

noipa static void variable_attribute(int n)
{
	__attribute__((uninitialized)) int array[n];

	touch(array);
	use(array[1]);
}

noipa static void unknown_size(int n)
{
	int *array = __builtin_alloca(n * sizeof(*array));

	touch(array);
	use(array[1]);
}

int main(void)
{
	fixed();
	variable(3);
	in_loop(3);
	attribute();
	variable_attribute(4);
	unknown_size(5);
	return 0;
}
