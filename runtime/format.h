/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * format.h - what the arguments of printf() and scanf() point to.
 */
#ifndef KMSAN_FORMAT_H
#define KMSAN_FORMAT_H

#include <stdarg.h>

#include "intercept.h"

#pragma GCC visibility push(hidden)

void kmsan_check_printf(const char *format, va_list args,
			struct kmsan_hook hook);
void kmsan_clean_scanf(const char *format, va_list args, int assigned);
/* The same with a wide format, whose directives are the same. */
void kmsan_clean_wide_scanf(const wchar_t *format, va_list args, int assigned);

#pragma GCC visibility pop

#endif /* KMSAN_FORMAT_H */
