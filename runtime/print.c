// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * print.c - text for the report sink, without the C library.
 *
 * A report is collected and then written at once, so that those of processes
 * that share a terminal or a file do not mix.
 */
#include <stdarg.h>

#include "internal.h"
#include "platform.h"

/* Protected by the lock; at startup there is only one thread. */
static char print_buffer[32 << 10];
static size_t print_used;

void kmsan_pr_flush(void)
{
	if (print_used)
		kmsan_platform_write(print_buffer, print_used);
	print_used = 0;
}

static void print_text(const char *text, size_t size)
{
	if (size > sizeof(print_buffer) - print_used)
		kmsan_pr_flush();
	if (size > sizeof(print_buffer))
		size = sizeof(print_buffer);
	kmsan_raw_memcpy(print_buffer + print_used, text, size);
	print_used += size;
}

static void print_number(unsigned long value, unsigned int base)
{
	char digits[24];
	unsigned int n = sizeof(digits);

	do {
		digits[--n] = "0123456789abcdef"[value % base];
		value /= base;
	} while (value);
	print_text(digits + n, sizeof(digits) - n);
}

static void print_signed(long value)
{
	if (value < 0)
		print_text("-", 1);
	print_number(value < 0 ? -(unsigned long)value : (unsigned long)value,
		     10);
}

/**
 * kmsan_pr() - add to the current report
 * @format: as for printf(), but only %s %d %u %x %p, with l, and %%
 */
void kmsan_pr(const char *format, ...)
{
	const char *text;
	va_list args;
	bool wide;

	va_start(args, format);
	for (; *format; format++) {
		if (*format != '%') {
			print_text(format, 1);
			continue;
		}
		wide = *++format == 'l';
		format += wide;
		switch (*format) {
		case 's':
			text = va_arg(args, const char *);
			print_text(text, kmsan_raw_strlen(text));
			break;
		case 'd':
			print_signed(wide ? va_arg(args, long)
					  : va_arg(args, int));
			break;
		case 'u':
		case 'x':
			print_number(wide ? va_arg(args, unsigned long)
					  : va_arg(args, unsigned int),
				     *format == 'u' ? 10 : 16);
			break;
		case 'p':
			print_text("0x", 2);
			print_number((unsigned long)va_arg(args, void *), 16);
			break;
		default:
			print_text(format, 1);
		}
	}
	va_end(args);
}
