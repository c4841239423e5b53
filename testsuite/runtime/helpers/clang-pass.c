/* For clang-scalars.c, clang-structs.c and clang-varargs.c: Clang's side. */
#include <stdarg.h>
#include "clang-pass.h"

#define PASS(name, type)                                               \
	void clang_take_##name(char c, type a, int d, type *to)        \
	{                                                              \
		*to = a;                                               \
	}                                                              \
	type clang_give_##name(char c, type *from)                     \
	{                                                              \
		return *from;                                          \
	}                                                              \
	void clang_call_##name(void (*f)(char, type, int, type *),     \
			       type *from, type *to)                   \
	{                                                              \
		f(1, *from, 2, to);                                    \
	}
#define VARIADIC(name, type)                                           \
	void clang_call_variadic_##name(void (*f)(int, ...), type *from) \
	{                                                              \
		f(0, *from);                                           \
		f(7, 1, 2, 3, 4, 5, 6, 7, *from);                      \
	}                                                              \
	void clang_fetch_##name(type *to, int skip, ...)               \
	{                                                              \
		va_list list;                                          \
		va_start(list, skip);                                  \
		while (skip--)                                         \
			va_arg(list, int);                             \
		*to = va_arg(list, type);                              \
		va_end(list);                                          \
	}

SCALARS(PASS)
STRUCTS(PASS)
VARIADIC(integer, int)
VARIADIC(long_int, long)
VARIADIC(pointer, void *)
VARIADIC(twice, double)
VARIADIC(extended, long double)
STRUCTS(VARIADIC)
