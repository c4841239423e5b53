/* The origin of what was copied unseen says where it comes from and who copied
   it; an unaligned end does not take the neighbour's origin. */
/* { dg-kmsan-report {uninit-value in first} {stored to memory at:\n instrument_memcpy_after [^\n]*\n copy_unseen} {created at:\n poison_a} } */
/* { dg-kmsan-report {uninit-value in second} {stored to memory at:\n instrument_memcpy_after [^\n]*\n copy_unseen} {created at:\n poison_b} } */
/* { dg-kmsan-report {uninit-value in neighbour} {created at:\n poison_c} } */
/* { dg-kmsan-report {uninit-value in overlapping} {stored to memory at:\n main} {created at:\n poison_b} } */
#include "unseen.h"

static char from[64], to[64], both[64];

noipa static void poison_a(char *p, size_t n)
{
	kmsan_poison_memory(p, n);
	touch(p + 2);
}

noipa static void poison_b(char *p, size_t n)
{
	kmsan_poison_memory(p, n);
	touch(p);
}

noipa static void poison_c(char *p, size_t n)
{
	kmsan_poison_memory(p, n);
	touch(p + 1);
}

noipa static void first(void)
{
	use(to[10] == 1);
}

noipa static void second(void)
{
	use(to[12] == 1);
}

noipa static void neighbour(void)
{
	use(to[23] == 1);
}

noipa static void overlapping(void)
{
	use(both[21] == 1);
}

int main(void)
{
	/* One lower than they were, so that slots are shared. */
	poison_a(from + 8, 4);
	poison_b(from + 13, 3);
	copy_unseen(to + 7, from + 8, 8);
	first();
	use(to[11] == 1);
	second();
	use(to[6] == 1);
	use(to[15] == 1);

	/* Clean bytes into a slot whose last byte is poisoned. */
	poison_c(to + 23, 1);
	copy_unseen(to + 16, from + 32, 7);
	neighbour();

	poison_b(both + 18, 2);
	poison_a(both + 24, 4);
	kmsan_memmove(both + 19, both + 16, 5);
	overlapping();
	use(both[20] == 1);
	use(both[23] == 1);
	return 0;
}
