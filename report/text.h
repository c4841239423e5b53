/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * text.h - untrusted bytes as text, and small steps of parsing.
 */
#ifndef KMSAN_REPORT_TEXT_H
#define KMSAN_REPORT_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How much longer text_clean() may make a text: one byte becomes U+FFFD. */
#define TEXT_GROWTH 3

size_t text_clean(char *to, const char *from, size_t size);
const char *text_skip(const char *text, const char *prefix);
const char *text_skip_spaces(const char *text);
bool text_digit(char c);
bool text_number(const char **text, unsigned int base, uint64_t *value);
bool text_ends(const char *text, size_t size, const char *end);
bool text_same(const char *a, const char *b);

#endif
