/* A compare-and-exchange leaves both the object and the expected value
   initialised. */
/* { dg-kmsan-clean } */
#include "shadow.h"

noipa static void exchange(long *object, long *expected, _Bool *success)
{
	*success = __atomic_compare_exchange_n(object, expected, 5, 0,
					       __ATOMIC_SEQ_CST,
					       __ATOMIC_SEQ_CST);
}

noipa static void exchange_local(int *object, int value, int *seen)
{
	int expected = value;

	__atomic_compare_exchange_n(object, &expected, 5, 0, __ATOMIC_SEQ_CST,
				    __ATOMIC_SEQ_CST);
	*seen = expected;
}

int main(void)
{
	long object = 1, expected = 2;
	_Bool success;
	int x = 1, seen;

	poison_bits(object, ALL);
	exchange(&object, &expected, &success);
	expect_shadow(object, 0);
	expect_shadow(expected, 0);
	expect_shadow(success, 0);
	poison_bits(x, ALL);
	exchange_local(&x, 3, &seen);
	expect_shadow(x, 0);
	expect_shadow(seen, 0);
	return 0;
}
