/* What a compare-and-exchange expects is used, wherever it is. */
/* { dg-kmsan-report {uninit-value in in_memory} {Local variable a created at:\n in_memory} } */
/* { dg-kmsan-report {uninit-value in by_pointer} {Local variable b created at:\n main} } */
/* { dg-kmsan-report {uninit-value in sync_value} {Local variable c created at:\n sync_value} } */
/* { dg-kmsan-report {uninit-value in sync_success} {Local variable d created at:\n sync_success} } */
#include "use.h"

#define ORDERS __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST

noipa static _Bool in_memory(long *object)
{
	long a;

	touch(&a);
	if (__atomic_compare_exchange_n(object, &a, 5, 0, ORDERS))
		return 1;
	/* Now it is what was found. */
	use(a == 7);
	return 0;
}

noipa static _Bool by_pointer(short *object, short *expected)
{
	return __atomic_compare_exchange_n(object, expected, 5, 0, ORDERS);
}

noipa static int sync_value(int *object)
{
	int c;

	touch(&c);
	return __sync_val_compare_and_swap(object, c, 5);
}

noipa static _Bool sync_success(char *object)
{
	char d;

	touch(&d);
	return __sync_bool_compare_and_swap(object, d, 5);
}

/* Usual loops: nothing is reported, nor if it is the new value that is not
   initialised. */
noipa static int increment(int *object, int by)
{
	int old = __atomic_load_n(object, __ATOMIC_RELAXED), fresh;

	while (!__atomic_compare_exchange_n(object, &old, old + by, 1, ORDERS))
		;
	touch(&fresh);
	__atomic_compare_exchange_n(object, &old, fresh, 0, ORDERS);
	use(old);
	return __sync_val_compare_and_swap(object, old, 3);
}

int main(void)
{
	long l = 1;
	short s = 1, b;
	int i = 1;
	char ch = 1;

	use(in_memory(&l));
	touch(&b);
	use(by_pointer(&s, &b));
	use(b);
	use(sync_value(&i));
	use(sync_success(&ch));
	use(increment(&i, 2));
	return 0;
}
