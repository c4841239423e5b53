// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * text.c - untrusted bytes as text, and small steps of parsing.
 *
 * What a log holds may be anything: terminal escapes, NULs of a file system
 * that lost power, bytes of another encoding.  Everything that is kept goes
 * through text_clean() once, so that no output has to deal with it again.
 */
#include <string.h>

#include "text.h"

#define ESC 0x1b
#define BEL 0x07

/* The end of the terminal escape that begins at @p. */
static const unsigned char *skip_escape(const unsigned char *p,
					const unsigned char *end)
{
	if (++p == end)
		return p;
	if (*p == '[') {
		for (p++; p < end && *p >= 0x20 && *p < 0x40; p++)
			;
		return p < end ? p + 1 : p;
	}
	if (*p == ']') {
		for (p++; p < end && *p != BEL && *p != ESC; p++)
			;
		return p < end && *p == BEL ? p + 1 : p;
	}
	return *p >= 0x20 && *p < 0x7f ? p + 1 : p;
}

/*
 * The length of the UTF-8 sequence at @p, or 0 for what is not one: overlong
 * forms, surrogates, U+FFFE and the like, and values past U+10FFFF.
 */
static size_t sequence(const unsigned char *p, const unsigned char *end,
		       uint32_t *character)
{
	uint32_t value;
	size_t n;

	if (*p < 0xc2 || *p > 0xf4)
		return 0;
	n = *p < 0xe0 ? 2 : *p < 0xf0 ? 3 : 4;
	if ((size_t)(end - p) < n)
		return 0;
	value = *p & (0xff >> (n + 1));
	for (size_t i = 1; i < n; i++) {
		if ((p[i] & 0xc0) != 0x80)
			return 0;
		value = value << 6 | (p[i] & 0x3f);
	}
	if ((n == 3 && value < 0x800) || (n == 4 && value < 0x10000) ||
	    (value >= 0xd800 && value < 0xe000) || value > 0x10ffff ||
	    (value & 0xfffe) == 0xfffe)
		return 0;
	*character = value;
	return n;
}

/*
 * Controls of terminals, and characters that change the direction of text: with
 * these a line could be displayed differently from what it is.
 */
static bool is_control(uint32_t character)
{
	return (character >= 0x80 && character < 0xa0) ||
	       (character >= 0x200e && character <= 0x200f) ||
	       (character >= 0x2028 && character <= 0x202e) ||
	       (character >= 0x2066 && character <= 0x2069);
}

/**
 * text_clean() - make bytes text
 * @to: TEXT_GROWTH * @size + 1 bytes
 * @from: any bytes
 * @size: how many
 *
 * Terminal escapes and control characters vanish, a tab becomes a space, what
 * is not UTF-8 becomes U+FFFD.
 *
 * Return: the length of the result, which ends in a NUL.
 */
size_t text_clean(char *to, const char *from, size_t size)
{
	const unsigned char *p = (const unsigned char *)from;
	const unsigned char *end = p + size;
	char *start = to;
	uint32_t character;
	size_t n;

	while (p < end) {
		if (*p >= 0x20 && *p < 0x7f) {
			*to++ = *p++;
		} else if (*p == '\t') {
			*to++ = ' ';
			p++;
		} else if (*p == ESC) {
			p = skip_escape(p, end);
		} else if (*p < 0x80) {
			p++;
		} else if (!(n = sequence(p, end, &character))) {
			memcpy(to, "\xef\xbf\xbd", 3);
			to += 3;
			p++;
		} else {
			if (!is_control(character)) {
				memcpy(to, p, n);
				to += n;
			}
			p += n;
		}
	}
	*to = 0;
	return to - start;
}

/* What follows @prefix, or NULL if @text does not begin with it. */
const char *text_skip(const char *text, const char *prefix)
{
	size_t n = strlen(prefix);

	return strncmp(text, prefix, n) ? NULL : text + n;
}

const char *text_skip_spaces(const char *text)
{
	return text + strspn(text, " ");
}

bool text_digit(char c)
{
	return c >= '0' && c <= '9';
}

static unsigned int digit_value(char c)
{
	if (text_digit(c))
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return 16;
}

/**
 * text_number() - read a number
 * @text: where; left after the last digit
 * @base: 10 or 16
 * @value: the number; one that does not fit is UINT64_MAX
 *
 * Return: false, and leaves @text, if there is no digit.
 */
bool text_number(const char **text, unsigned int base, uint64_t *value)
{
	const char *p = *text;
	uint64_t result = 0;
	unsigned int digit;

	for (; (digit = digit_value(*p)) < base; p++) {
		if (__builtin_mul_overflow(result, base, &result) ||
		    __builtin_add_overflow(result, digit, &result)) {
			result = UINT64_MAX;
			p += strspn(p, base == 10 ? "0123456789"
						  : "0123456789abcdefABCDEF");
			break;
		}
	}
	if (p == *text)
		return false;
	*text = p;
	*value = result;
	return true;
}

/* Are two texts equal, or both of them NULL? */
bool text_same(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

/* Do the @size bytes at @text end with @end? */
bool text_ends(const char *text, size_t size, const char *end)
{
	size_t n = strlen(end);

	return size >= n && !memcmp(text + size - n, end, n);
}
