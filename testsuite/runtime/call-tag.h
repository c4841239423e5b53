/*
 * call-tag.h - what the call-tag-*.c tests call, and from where.
 *
 * Each of them lets an instrumented call leave poison in the context state,
 * then has a function called, with clean arguments, by code that passes no
 * shadow.  Without call tags that is wrongly reported.  Functions named true_
 * are called by instrumented code, with poison, and have to be reported.
 */
#ifndef CALL_TAG_H
#define CALL_TAG_H

#include <kmsan.h>
#include <stdarg.h>
#include "use.h"

struct pair {
	int a, b;
};

struct six {
	long l[6];
};

/* In registers; in memory; variadic, on the stack; a scalar. */
#define TAKERS(name)                                               \
	noipa void name##_pair(struct pair p)                      \
	{                                                          \
		use(p.a == 3);                                     \
	}                                                          \
	noipa void name##_six(struct six s)                        \
	{                                                          \
		use(s.l[4] == 3);                                  \
	}                                                          \
	noipa void name##_many(int n, ...)                         \
	{                                                          \
		va_list list;                                      \
		va_start(list, n);                                 \
		while (--n)                                        \
			(void)va_arg(list, int);                   \
		use(va_arg(list, int) == 3);                       \
		va_end(list);                                      \
	}                                                          \
	noipa void name##_scalar(int x)                            \
	{                                                          \
		use(x == 3);                                       \
	}

/* Code that calls the four of them, each in a function of its own. */
#define CALLERS(class, name)                                       \
	class noipa void bare_pair(void)                           \
	{                                                          \
		struct pair p = { 1, 2 };                          \
		name##_pair(p);                                    \
	}                                                          \
	class noipa void bare_six(void)                            \
	{                                                          \
		struct six s = { { 1, 2, 3, 4, 5, 6 } };           \
		name##_six(s);                                     \
	}                                                          \
	class noipa void bare_many(void)                           \
	{                                                          \
		name##_many(7, 1, 2, 3, 4, 5, 6, 7);               \
	}                                                          \
	class noipa void bare_scalar(void)                         \
	{                                                          \
		name##_scalar(1);                                  \
	}

void bare_pair(void);
void bare_six(void);
void bare_many(void);
void bare_scalar(void);

/* Leave the shadow of the arguments in the context state without calling. */
#define keep(object) __asm__ volatile("" : : "r"(&(object)) : "memory")

noipa __attribute__((unused)) static void leave_pair(struct pair p)
{
	keep(p);
}

noipa __attribute__((unused)) static void leave_six(struct six s)
{
	keep(s);
}

noipa __attribute__((unused)) static void leave_many(int n, ...)
{
	keep(n);
}

/* @p and @s are poisoned; afterwards they still are. */
#define CALL_BARE(p, s)                                            \
	do {                                                       \
		leave_pair(p);                                     \
		bare_pair();                                       \
		leave_six(s);                                      \
		bare_six();                                        \
		leave_many(0, s, s);                               \
		bare_many();                                       \
		leave_pair(p);                                     \
		bare_scalar();                                     \
	} while (0)

#define CALL(name, p, s)                                           \
	do {                                                       \
		name##_pair(p);                                    \
		name##_six(s);                                     \
		name##_many(7, 1, 2, 3, 4, 5, 6, p.a);             \
	} while (0)

/* The program: first stale shadow, then real shadow, with functions NAME_pair()
   etc. */
#define MAIN(name)                                                 \
	int main(void)                                             \
	{                                                          \
		struct pair p;                                     \
		struct six s;                                      \
		touch(&p);                                         \
		touch(&s);                                         \
		CALL_BARE(p, s);                                   \
		CALL(name, p, s);                                  \
		return 0;                                          \
	}

#define DECLARE(name)                                              \
	void name##_pair(struct pair p);                           \
	void name##_six(struct six s);                             \
	void name##_many(int n, ...);                              \
	void name##_scalar(int x)

#endif /* CALL_TAG_H */
