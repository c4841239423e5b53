/* kmsan_copy_to_user() reports only what was really copied. */
/* { dg-kmsan-report {uninit-value in gives} {Local variable x created at:\n short_one} } */
/* { dg-kmsan-report {uninit-value in gives} {stored to memory at:\n instrument_memcpy_after [^\n]*\n copy_unseen} {Local variable y created at:\n copied} } */
#include "unseen.h"

struct pair {
	int known, unknown;
};

/* The runtime is told after the copy, when the remainder is known. */
noipa static void gives(void *to, const void *from, size_t n, size_t left)
{
	kmsan_copy_to_user(to, from, n, left);
	touch(to);
}

noipa static void short_one(void)
{
	struct pair x;

	touch(&x);
	x.known = 1;
	gives(NULL, &x, sizeof(x), sizeof(x.unknown));
	gives(NULL, &x, sizeof(x), sizeof(x));
	gives(NULL, &x, 0, 0);
	gives(NULL, &x, sizeof(x), sizeof(x.unknown) - 1);
}

noipa static void copied(void)
{
	struct pair y, copy = {1, 2};

	touch(&y);
	y.known = 1;
	copy_unseen(&copy, &y, sizeof(y));
	gives(NULL, &copy, sizeof(copy), 0);
}

int main(void)
{
	short_one();
	copied();
	return 0;
}
