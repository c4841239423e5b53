// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * format.c - what the arguments of printf() and scanf() point to.
 *
 * A format is read along with its arguments, but no further than to a numbered
 * argument ("%2$s") or to something unknown.
 */
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "format.h"

enum length {
	LENGTH_INT,
	LENGTH_CHAR,
	LENGTH_SHORT,
	LENGTH_LONG,
	LENGTH_LONG_DOUBLE,
};

/* A conversion: "%-*.*ls" or "%*10[a-z]". */
struct directive {
	char conversion;
	enum length length;
	/* printf: '*' for width or precision; scanf: no assignment. */
	bool star_width, star_precision;
	/* -1 if not given */
	long width, precision;
	/* scanf: the string is to be allocated */
	bool allocate;
};

static bool one_of(const char *set, char c)
{
	while (*set && *set != c)
		set++;
	return *set;
}

static long parse_decimal(const char **p)
{
	long value = -1;

	for (; **p >= '0' && **p <= '9'; (*p)++)
		value = (value < 0 ? 0 : value) * 10 + (**p - '0');
	return value;
}

static enum length parse_length(const char **p)
{
	enum length length = LENGTH_INT;

	for (;; (*p)++) {
		switch (**p) {
		case 'h':
			length = length == LENGTH_SHORT ? LENGTH_CHAR
							: LENGTH_SHORT;
			break;
		case 'l':
		case 'j':
		case 'z':
		case 'Z':
		case 't':
			length = LENGTH_LONG;
			break;
		case 'q':
		case 'L':
			length = LENGTH_LONG_DOUBLE;
			break;
		default:
			return length;
		}
	}
}

/* Go to the next conversion; false at the end of the format. */
static bool next_directive(const char **format, struct directive *d,
			   bool is_scanf)
{
	const char *p = *format;

	*d = (struct directive){.precision = -1};
	while (*p && *p != '%')
		p++;
	if (!*p++)
		return false;
	if (!is_scanf)
		while (*p && one_of("-+ #0'I", *p))
			p++;
	if (*p == '*') {
		d->star_width = true;
		p++;
	}
	if (is_scanf && *p == '\'')
		p++;
	d->width = parse_decimal(&p);
	if (*p == '$')
		return false;
	if (*p == '.') {
		p++;
		d->star_precision = *p == '*';
		p += d->star_precision;
		d->precision = parse_decimal(&p);
		if (d->precision < 0)
			d->precision = 0;
	}
	if (is_scanf && *p == 'm') {
		d->allocate = true;
		p++;
	}
	d->length = parse_length(&p);
	d->conversion = *p;
	*format = p + !!*p;
	return *p;
}

static void check_string(const char *s, long precision,
			 const struct kmsan_frame *frame,
			 struct kmsan_hook hook)
{
	size_t n = 0;

	if (!s)
		return;
	while ((precision < 0 || n < (size_t)precision) && s[n])
		n++;
	if (precision < 0 || n < (size_t)precision)
		n++;
	if (kmsan_first_poisoned(s, n) != n)
		kmsan_internal_check(s, n, frame, hook.caller);
}

static void check_wide(const wchar_t *s, long precision,
		       const struct kmsan_frame *frame, struct kmsan_hook hook)
{
	size_t n = 0;

	if (!s || precision >= 0)
		return;
	while (s[n])
		n++;
	n = (n + 1) * sizeof(*s);
	if (kmsan_first_poisoned(s, n) != n)
		kmsan_internal_check(s, n, frame, hook.caller);
}

/* Bytes that %n, or an integer conversion of scanf(), stores. */
static size_t count_size(enum length length)
{
	switch (length) {
	case LENGTH_CHAR:
		return sizeof(char);
	case LENGTH_SHORT:
		return sizeof(short);
	case LENGTH_INT:
		return sizeof(int);
	default:
		return sizeof(long);
	}
}

static void check_arguments(const char *format, va_list args,
			    const struct kmsan_frame *frame,
			    struct kmsan_hook hook)
{
	struct directive d;

	check_string(format, -1, frame, hook);
	while (next_directive(&format, &d, false)) {
		if (d.conversion == '%' || d.conversion == 'm')
			continue;
		if (d.star_width)
			(void)va_arg(args, int);
		if (d.star_precision)
			d.precision = va_arg(args, int);
		if (one_of("diouxXcCbB", d.conversion)) {
			if (d.length >= LENGTH_LONG)
				(void)va_arg(args, long);
			else
				(void)va_arg(args, int);
		} else if (one_of("eEfFgGaA", d.conversion)) {
			if (d.length == LENGTH_LONG_DOUBLE)
				(void)va_arg(args, long double);
			else
				(void)va_arg(args, double);
		} else if (d.conversion == 'S' ||
			   (d.conversion == 's' && d.length == LENGTH_LONG)) {
			check_wide(va_arg(args, void *), d.precision, frame,
				   hook);
		} else if (d.conversion == 's') {
			check_string(va_arg(args, void *), d.precision, frame,
				     hook);
		} else if (d.conversion == 'n') {
			kmsan_hook_out(va_arg(args, void *),
				       count_size(d.length));
		} else if (d.conversion == 'p') {
			(void)va_arg(args, void *);
		} else {
			return;
		}
	}
}

/**
 * kmsan_check_printf() - check the strings that printf() will print
 * @format: its format
 * @args: its arguments, which are left as they are
 * @hook: the hook that calls
 *
 * The compiler checks the arguments themselves.
 */
noinline void kmsan_check_printf(const char *format, va_list args,
				 struct kmsan_hook hook)
{
	va_list copy;

	if (hook.kind != KMSAN_CALLER_INSTRUMENTED)
		return;
	va_copy(copy, args);
	check_arguments(format, copy, KMSAN_FRAME, hook);
	va_end(copy);
}

static size_t float_size(enum length length)
{
	switch (length) {
	case LENGTH_LONG:
		return sizeof(double);
	case LENGTH_LONG_DOUBLE:
		return sizeof(long double);
	default:
		return sizeof(float);
	}
}

/* The end of "%[...]", where a ']' that comes first stands for itself. */
static const char *skip_set(const char *p)
{
	p += *p == '^';
	p += *p == ']';
	while (*p && *p != ']')
		p++;
	return p + !!*p;
}

static void clean_string(const struct directive *d, void *ptr)
{
	bool wide = d->length == LENGTH_LONG || d->conversion == 'S' ||
		    d->conversion == 'C';
	size_t width = d->width < 0 ? 1 : d->width;

	if (d->allocate) {
		kmsan_hook_out(ptr, sizeof(void *));
		ptr = *(void **)ptr;
	}
	if (d->conversion == 'c' || d->conversion == 'C')
		kmsan_hook_out(ptr, width * (wide ? sizeof(wchar_t) : 1));
	else if (wide)
		kmsan_hook_out_wide(ptr);
	else
		kmsan_hook_out_string(ptr);
}

/**
 * kmsan_clean_scanf() - unpoison what scanf() assigned
 * @format: its format
 * @args: its arguments
 * @assigned: its result, the number of conversions that were assigned
 */
void kmsan_clean_scanf(const char *format, va_list args, int assigned)
{
	struct directive d;

	while (next_directive(&format, &d, true)) {
		void *ptr;

		if (d.conversion == '[')
			format = skip_set(format);
		if (d.conversion == '%' || d.star_width)
			continue;
		/* A count is stored even if nothing before it was assigned. */
		if (d.conversion != 'n' && assigned-- <= 0)
			return;
		ptr = va_arg(args, void *);
		if (one_of("diouxXn", d.conversion))
			kmsan_hook_out(ptr, count_size(d.length));
		else if (one_of("eEfFgGaA", d.conversion))
			kmsan_hook_out(ptr, float_size(d.length));
		else if (one_of("sScC[", d.conversion))
			clean_string(&d, ptr);
		else if (d.conversion == 'p')
			kmsan_hook_out(ptr, sizeof(void *));
		else
			return;
	}
}

/* A longer format is read only as far as there is room for a copy. */
#define WIDE_FORMAT 1024

void kmsan_clean_wide_scanf(const wchar_t *format, va_list args, int assigned)
{
	char narrow[WIDE_FORMAT];
	size_t n = 0;

	/* Directives consist of ASCII characters only. */
	for (; n < sizeof(narrow) - 1 && format[n]; n++)
		narrow[n] = format[n] < 0x80 ? (char)format[n] : '?';
	narrow[n] = 0;
	kmsan_clean_scanf(narrow, args, assigned);
}
