/* Where the processor has registers of 32 or 64 bytes, memcpy() of as many is a
   move of an integer of that size, which takes the shadow along. */
/* { dg-kmsan-report {uninit-value in use_last} {Uninit was stored to memory at:\n copy_half} {Local variable c created at:\n main} } */
/* { dg-options "-g -fchecking" } */
#include "shadow.h"

#define COPIES(name, size, isa)                                               \
	__attribute__((target(isa))) noipa static void name(                  \
		void *to, const void *from, void *moved)                      \
	{                                                                     \
		unsigned char between[size];                                  \
                                                                              \
		__builtin_memcpy(between, from, size);                        \
		__builtin_memcpy(to, between, size);                          \
		__builtin_memmove(moved, from, size);                         \
	}

COPIES(copy_half, 32, "avx2")
COPIES(copy, 64, "avx512f")

noipa static void use_last(const long *p)
{
	use(p[0] == 1);
	use(p[3] == 1);
}

noipa static void check(const unsigned char *to, const unsigned char *from,
			int size)
{
	for (int i = 0; i < size; i++)
		compare_shadow(__LINE__, (void *)(to + i), 1,
			       get_shadow((void *)(from + i), 1));
}

int main(void)
{
	unsigned char a[64] = { 1 }, b[64] = { 0 }, moved[64] = { 0 };
	long c[4], d[4] = { 0 };

	for (int i = 1; i < 64; i += 5)
		set_shadow(a + i, 1, i);
	if (__builtin_cpu_supports("avx512f")) {
		copy(b, a, moved);
		check(b, a, 64);
		check(moved, a, 64);
	}
	copy_half(b, a, moved);
	check(b, a, 32);
	touch(c);
	c[0] = 1;
	copy_half(b, c, d);
	use_last(d);
	return 0;
}
