// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * prefix.c - remove what logs put before a line.
 *
 * A line has passed through several hands: printk (level, time, caller),
 * syslog or journald (time, host, program), a serial console's logger (time), a
 * mail (quoting).  Each step below knows one of them; they are tried over and
 * over until none applies, so that their order does not matter.
 */
#include <stdbool.h>
#include <string.h>

#include "prefix.h"
#include "text.h"

#define MAX_PREFIXES 12
#define MAX_BRACKET 40
#define DIGITS "0123456789"
#define BRACKET_CHARACTERS                                                     \
	"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ "      \
	".:,+-/"

static void keep(char *to, size_t room, const char *from, size_t size)
{
	if (size >= room)
		size = room - 1;
	memcpy(to, from, size);
	to[size] = 0;
}

/* "<4>", of the console's log level. */
static const char *skip_level(const char *text)
{
	uint64_t level;

	if (*text++ != '<' || !text_number(&text, 10, &level) || level > 1023 ||
	    *text++ != '>')
		return NULL;
	return text;
}

/* "> ", of a mail. */
static const char *skip_quote(const char *text)
{
	return *text == '>' ? text + 1 : NULL;
}

/* "kern  :err   : ", of dmesg -x. */
static const char *skip_facility(const char *text)
{
	const char *p = text_skip(text, "kern ");

	if (!p)
		return NULL;
	p = text_skip_spaces(p);
	if (*p++ != ':')
		return NULL;
	p += strspn(p, "abcdefghijklmnopqrstuvwxyz");
	p = text_skip_spaces(p);
	return *p == ':' ? p + 1 : NULL;
}

/*
 * "[   12.345678]", "[Tue Nov 24 18:00:00 2026]", "[  +0.000012]": a time; or
 * "[  T123]", "[    C0]", "[CPU 0]": the caller; its name may follow.
 */
static const char *skip_bracket(const char *text, struct prefix *prefix)
{
	const char *start, *end, *next;
	size_t size, number;

	if (*text != '[')
		return NULL;
	end = memchr(text, ']', strnlen(text, MAX_BRACKET));
	if (!end)
		return NULL;
	start = text_skip_spaces(text + 1);
	size = end - start;
	if (strspn(start, BRACKET_CHARACTERS) < size)
		return NULL;
	number = *start == 'T' || *start == 'C' ? strspn(start + 1, DIGITS) : 0;
	if (number &&
	    (number + 1 == size || strchr(" ,:", start[number + 1]))) {
		keep(prefix->caller, sizeof(prefix->caller), start, number + 1);
		return end + 1;
	}
	next = text_skip(start, start[0] == 'c' ? "cpu" : "CPU");
	if (next) {
		next += strspn(next, " :#");
		number = strspn(next, DIGITS);
		if (!number || next + number != end)
			return NULL;
		keep(prefix->caller, sizeof(prefix->caller), next, number);
		return end + 1;
	}
	if (!memchr(start, '.', size) && !memchr(start, ':', size))
		return NULL;
	if (start + strcspn(start, DIGITS) > end)
		return NULL;
	if (!prefix->time[0])
		keep(prefix->time, sizeof(prefix->time), start, size);
	return end + 1;
}

/* "18:00:00.123 ", "2026-11-24T18:00:00+00:00 ", "2026-11-24 18:00:00 ". */
static const char *skip_time(const char *text, struct prefix *prefix)
{
	size_t date = strspn(text, "0123456789-");
	const char *start = text, *colon;
	size_t size;

	if (date == 10 && text[10] == ' ' && text_digit(text[11]))
		text += date + 1;
	size = strspn(text, "0123456789-:.,+TZ");
	colon = memchr(text, ':', size);
	if (!colon || !memchr(colon + 1, ':', text + size - colon - 1) ||
	    !text_digit(*text) || text[size] != ' ')
		return NULL;
	if (!prefix->time[0])
		keep(prefix->time, sizeof(prefix->time), start,
		     text + size - start);
	return text + size + 1;
}

/* "Nov 24 18:00:00 ". */
static const char *skip_date(const char *text, struct prefix *prefix)
{
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	const char *p = text, *end, *month;
	struct prefix none = {.time = "-"};
	uint64_t day;
	char name[4];

	if (strnlen(text, 7) < 7 || text[3] != ' ')
		return NULL;
	memcpy(name, text, 3);
	name[3] = 0;
	month = strstr(months, name);
	if (!month || (month - months) % 3)
		return NULL;
	p = text_skip_spaces(text + 3);
	if (!text_number(&p, 10, &day) || day > 31 || *p++ != ' ')
		return NULL;
	end = skip_time(p, &none);
	if (end && !prefix->time[0])
		keep(prefix->time, sizeof(prefix->time), text, end - 1 - text);
	return end;
}

/*
 * "host kernel: " and "kernel: "; right after a time of syslog also "host
 * prog[123]: ".  The kernel's own callers are named by printk.
 */
static const char *skip_program(const char *text, struct prefix *prefix,
				bool syslog)
{
	size_t host = strcspn(text, " :[<");
	const char *name, *end;
	size_t size;

	end = text_skip(text, "kernel: ");
	if (end)
		return end;
	if (!prefix->time[0] || !host || text[host] != ' ')
		return NULL;
	end = text_skip(text + host, " kernel: ");
	if (end || !syslog)
		return end;
	name = text + host + 1;
	size = strcspn(name, " :[+<");
	if (!size)
		return NULL;
	end = name + size;
	if (*end == '[') {
		end += 1 + strspn(end + 1, "0123456789");
		if (*end++ != ']')
			return NULL;
	}
	if (*end != ':' || end[1] != ' ')
		return NULL;
	keep(prefix->caller, sizeof(prefix->caller), name, end - name);
	return end + 2;
}

/**
 * prefix_skip() - find where a line's own text begins
 * @text: the line, cleaned
 * @prefix: set to what was in front
 *
 * Return: the text, without spaces before it.
 */
const char *prefix_skip(const char *text, struct prefix *prefix)
{
	const char *next;
	bool syslog = false;

	prefix->caller[0] = 0;
	prefix->time[0] = 0;
	for (int i = 0; i < MAX_PREFIXES; i++) {
		text = text_skip_spaces(text);
		next = NULL;
		switch (*text) {
		case '[':
			next = skip_bracket(text, prefix);
			break;
		case '<':
			next = skip_level(text);
			break;
		case '>':
			next = skip_quote(text);
			break;
		case '0' ... '9':
			next = skip_time(text, prefix);
			break;
		}
		if (!next)
			next = skip_facility(text);
		if (!next)
			next = skip_program(text, prefix, syslog);
		syslog = !next || text_digit(*text);
		if (!next)
			next = skip_date(text, prefix);
		if (!next)
			break;
		text = next;
	}
	return text;
}
