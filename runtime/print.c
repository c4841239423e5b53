// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * print.c - text for stderr or the log, without the C library.
 *
 * A report is collected and then written in one piece, so that reports of
 * processes that share a terminal or a file are not mixed.
 */
#include <stdarg.h>

#include "internal.h"
#include "platform.h"

/* Protected by the lock; at startup there is only one thread. */
static char print_buffer[32 << 10];
static size_t print_used;

char kmsan_log_path[KMSAN_MAX_LOG_PATH];

/*
 * Open "<log_path>.<pid>": looked up each time, since fork() changes it.  Its
 * name can be guessed, so a link there may have been planted.
 */
static int open_log(void)
{
	char path[sizeof(kmsan_log_path) + 16];
	size_t n = kmsan_raw_strlen(kmsan_log_path);
	int pid = kmsan_platform_pid(), digits = 1;

	kmsan_raw_memcpy(path, kmsan_log_path, n);
	path[n++] = '.';
	for (int p = pid; p >= 10; p /= 10)
		digits++;
	for (int i = digits; i--; pid /= 10)
		path[n + i] = '0' + pid % 10;
	path[n + digits] = 0;
	return kmsan_platform_append(path);
}

static void write_out(const char *text, size_t size)
{
	int fd;

	if (!*kmsan_log_path || !kmsan_raw_strcmp(kmsan_log_path, "stderr")) {
		kmsan_platform_write(2, text, size);
	} else if (!kmsan_raw_strcmp(kmsan_log_path, "stdout")) {
		kmsan_platform_write(1, text, size);
	} else {
		fd = open_log();
		kmsan_platform_write(fd < 0 ? 2 : fd, text, size);
		if (fd >= 0)
			kmsan_platform_close(fd);
	}
}

void kmsan_pr_flush(void)
{
	if (print_used)
		write_out(print_buffer, print_used);
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
