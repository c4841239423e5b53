/*
 * varargs.h - variadic functions that return one argument, with its shadow.
 *
 *	TAKE(take_int, int)
 *		defines void take_int(int *to, int skip, ...), which skips that
 *		many ints and stores the int after them to *to
 */
#ifndef VARARGS_H
#define VARARGS_H

#include <stdarg.h>
#include "shadow.h"

#define TAKE(name, type)                                            \
	noipa static void name(type *to, int skip, ...)             \
	{                                                           \
		va_list list;                                       \
		va_start(list, skip);                               \
		for (int i = 0; i < skip; i++)                      \
			use(va_arg(list, int) == 77);               \
		*to = va_arg(list, type);                           \
		va_end(list);                                       \
	}

#endif /* VARARGS_H */
