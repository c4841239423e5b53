/*
 * pair.h - one caller and one callee, which parity.exp compiles for each pair
 * of classes.
 *
 * Both contain something for each kind of instrumentation: a variable whose
 * address escapes, a checked load, a store of something poisoned, a struct that
 * arrives through the context state and a result that is returned through it.
 */
#ifndef PAIR_H
#define PAIR_H

#include <kmsan.h>

struct pair {
	int a, b;
};

/* In driver.c, instrumented. */
void hit(void);
void fill(int *to);
void put(int value);

/* As Linux defines it. */
#define noinstr                                                        \
	__attribute__((noinline, section(".noinstr.text")))            \
	__no_sanitize_memory

#define DEFINE_CALLEE(name, link)                                      \
	link int name(struct pair v, int *p)                           \
	{                                                              \
		int local[4];                                          \
		fill(local);                                           \
		if (*p == 3)                                           \
			hit();                                         \
		p[1] = v.a + local[1];                                 \
		return p[1];                                           \
	}

#define DEFINE_CALLER(name, link, callee)                              \
	link int name(struct pair *v, int *p)                          \
	{                                                              \
		int local[4];                                          \
		fill(local);                                           \
		if (*p == 4)                                           \
			hit();                                         \
		p[2] = callee(*v, local) + local[2];                   \
		return p[2];                                           \
	}

#endif /* PAIR_H */
