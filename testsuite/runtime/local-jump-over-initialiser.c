/* A jump over an initialiser leaves the variable uninitialised. */
/* { dg-kmsan-report {uninit-value in main} {Local variable memory created at:} } */
/* { dg-kmsan-report {uninit-value in main} {Local variable number created at:} } */
/* { dg-kmsan-report {uninit-value in main} {Local variable chosen created at:} } */
/* { dg-kmsan-report {uninit-value in main} {Local variable late created at:} } */
#include "use.h"

noipa static void fill(void)
{
	int a[64];

	for (int i = 0; i < 64; i++)
		a[i] = i;
	touch(a);
}

noipa static int by_goto(int n)
{
	if (n == 1)
		goto inside;
	{
		int memory[8] = { n };

inside:
		touch(memory);
		return memory[3];
	}
}

noipa static int in_register(int n)
{
	if (n == 1)
		goto inside;
	{
		int number = 10;

inside:
		return number;
	}
}

noipa static int by_switch(int n)
{
	switch (n) {
	case 0:;
		int chosen[8] = { n };
	case 1:
		touch(chosen);
		return chosen[3];
	}
	return 0;
}

noipa static int by_address(int n)
{
	static void *const labels[] = { &&outside, &&inside };

	goto *labels[n];
outside:
	{
		int late[8] = { n };

inside:
		touch(late);
		return late[3];
	}
}

/* Jumps that stay in the scope, leave it, or begin it again. */
noipa static int inside_only(int n)
{
	int sum = 0;

again:
	{
		int once[8] = { n };

		if (n < 0)
			goto out;
more:
		touch(once);
		sum += once[3];
		if (sum < 0)
			goto more;
		switch (n) {
		case 1:
			sum += once[2];
		}
	}
	if (sum < 0)
		goto again;
out:
	return sum;
}

#define VALUE_OF(call) (fill(), call)

int main(void)
{
	use(VALUE_OF(by_goto(0)));
	use(VALUE_OF(by_goto(1)));
	use(VALUE_OF(in_register(0)));
	use(VALUE_OF(in_register(1)));
	use(VALUE_OF(by_switch(0)));
	use(VALUE_OF(by_switch(1)));
	use(VALUE_OF(by_address(0)));
	use(VALUE_OF(by_address(1)));
	use(VALUE_OF(inside_only(1)));
	return 0;
}
