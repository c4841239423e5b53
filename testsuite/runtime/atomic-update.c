/* Read-modify-write leaves the object initialised, and its result as well. */
/* { dg-kmsan-clean } */
#include "shadow.h"

#define UPDATE(name, operation)                       \
	noipa static void name(int *object, int *result)\
	{                                             \
		*result = (int)(operation);           \
	}

UPDATE(fetch_add, __atomic_fetch_add(object, 1, __ATOMIC_SEQ_CST))
UPDATE(add_fetch, __atomic_add_fetch(object, 1, __ATOMIC_SEQ_CST))
UPDATE(fetch_nand, __atomic_fetch_nand(object, 1, __ATOMIC_SEQ_CST))
UPDATE(exchange, __atomic_exchange_n(object, 1, __ATOMIC_SEQ_CST))
UPDATE(sync_or, __sync_fetch_and_or(object, 1))
UPDATE(sync_xor, __sync_xor_and_fetch(object, 1))
UPDATE(sync_swap, __sync_val_compare_and_swap(object, 1, 2))
UPDATE(sync_bool, __sync_bool_compare_and_swap(object, 1, 2))
UPDATE(lock, __sync_lock_test_and_set(object, 1))
UPDATE(test_and_set, __atomic_test_and_set(object, __ATOMIC_ACQUIRE))
UPDATE(bit_test, __atomic_fetch_or(object, 4, __ATOMIC_SEQ_CST) & 4)

#define CHECK(name)                                   \
	do {                                          \
		int object = 1, result;               \
		poison_bits(object, 0xff);            \
		name(&object, &result);               \
		expect_shadow(object, 0);             \
		expect_shadow(result, 0);             \
	} while (0)

int main(void)
{
	CHECK(fetch_add);
	CHECK(add_fetch);
	CHECK(fetch_nand);
	CHECK(exchange);
	CHECK(sync_or);
	CHECK(sync_xor);
	CHECK(sync_swap);
	CHECK(sync_bool);
	CHECK(lock);
	CHECK(test_and_set);
	CHECK(bit_test);
	return 0;
}
