/* A struct assignment copies the shadow of every byte, whatever the size. */
/* { dg-kmsan-clean } */
#include "shadow.h"

/* Poison one byte at a time, at the ends and in the middle, and look for it. */
#define SIZE(n)                                                           \
	struct s##n {                                                     \
		char c[n];                                                \
	};                                                                \
	noipa static void assign_##n(struct s##n *to, struct s##n *from)  \
	{                                                                 \
		*to = *from;                                              \
	}                                                                 \
	noipa static void check_##n(unsigned at)                          \
	{                                                                 \
		static struct s##n from, to;                              \
		poison_bits(from.c[at], 0x5a);                            \
		kmsan_poison_memory(&to, sizeof(to));                     \
		assign_##n(&to, &from);                                   \
		for (unsigned i = 0; i < n; i++)                          \
			expect_shadow(to.c[i], i == at ? 0x5a : 0);       \
		from.c[at] = 0;                                           \
		assign_##n(&to, &from);                                   \
		expect_shadow(to.c[at], 0);                               \
	}

SIZE(1) SIZE(2) SIZE(3) SIZE(4) SIZE(5) SIZE(7) SIZE(8) SIZE(9) SIZE(12)
SIZE(15) SIZE(16) SIZE(17) SIZE(24) SIZE(31) SIZE(32) SIZE(33) SIZE(63)
SIZE(64) SIZE(65) SIZE(100) SIZE(128) SIZE(255) SIZE(4096) SIZE(5000)

#define CHECK(n) check_##n(0); check_##n(n / 2); check_##n(n - 1);

int main(void)
{
	CHECK(1) CHECK(2) CHECK(3) CHECK(4) CHECK(5) CHECK(7) CHECK(8)
	CHECK(9) CHECK(12) CHECK(15) CHECK(16) CHECK(17) CHECK(24)
	CHECK(31) CHECK(32) CHECK(33) CHECK(63) CHECK(64) CHECK(65)
	CHECK(100) CHECK(128) CHECK(255) CHECK(4096) CHECK(5000)
	return 0;
}
