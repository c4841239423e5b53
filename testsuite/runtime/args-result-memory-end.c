/* A result through a hidden pointer, of a call that ends its block: it may
   return through setjmp, throw, or jump to a label. */
/* { dg-kmsan-clean } */
/* { dg-options "-g -fexceptions -fnon-call-exceptions -fchecking" } */
#include <setjmp.h>
#include "shadow.h"

struct small {
	int a[12];
};

struct large {
	int a[40];
};

static jmp_buf back;

static void end(int *p)
{
	*p = 0;
}

/* All members but @i are initialised. */
#define MAKE(type)                                                  \
	noipa static struct type make_##type(int i)                 \
	{                                                           \
		struct type made;                                   \
		int n = sizeof(made.a) / sizeof(*made.a);           \
		for (int k = 0; k < n; k++)                         \
			if (k != i)                                 \
				made.a[k] = k;                      \
		return made;                                        \
	}                                                           \
	noipa static void clean_up_##type(struct type *to, int i)   \
	{                                                           \
		int x __attribute__((cleanup(end))) = 3;            \
		*to = make_##type(i);                               \
	}                                                           \
	noipa static void jump_##type(struct type *to, int i)       \
	{                                                           \
		if (setjmp(back))                                   \
			return;                                     \
		*to = make_##type(i);                               \
	}                                                           \
	noipa static void goto_##type(struct type *to, int i)       \
	{                                                           \
		static void *const labels[] = { &&first, &&second }; \
		int x __attribute__((cleanup(end))) = 3;            \
		goto *labels[i & 1];                                \
	first:                                                      \
		*to = make_##type(i);                               \
		return;                                             \
	second:                                                     \
		to[0] = make_##type(i);                             \
	}                                                           \
	noipa static void asm_##type(struct type *to, int i)        \
	{                                                           \
		int x __attribute__((cleanup(end))) = 3;            \
		*to = make_##type(0);                               \
		asm goto("" : : "r"(i) : "memory" : out);           \
		*to = make_##type(i);                               \
	out:                                                        \
		return;                                             \
	}                                                           \
	noipa static void copy_##type(struct type *to, struct type *from) \
	{                                                           \
		int x __attribute__((cleanup(end))) = 3;            \
		*to = *from;                                        \
	}                                                           \
	static void test_##type(void (*fn)(struct type *, int), int i) \
	{                                                           \
		struct type got = { { 0 } }, copied;                \
		fn(&got, i);                                        \
		copy_##type(&copied, &got);                         \
		expect_shadow(copied.a[i], ALL);                    \
		expect_shadow(copied.a[i - 1], 0);                  \
		expect_shadow(copied.a[i + 1], 0);                  \
		use(copied.a[i + 1] != i + 1);                      \
	}

MAKE(small)
MAKE(large)

#define TEST(type)                       \
	test_##type(clean_up_##type, i); \
	test_##type(jump_##type, i);     \
	test_##type(goto_##type, i);     \
	test_##type(asm_##type, i)

int main(int argc, char **argv)
{
	for (int i = argc; i < argc + 2; i++) {
		TEST(small);
		TEST(large);
	}
	return 0;
}
