// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * intercept-wide.c - hooks for wide strings and for encodings.
 */
#include <time.h>
#include <uchar.h>
#include <wchar.h>
#include <wctype.h>

#include "intercept.h"

/* A string that need not be terminated within @nr characters. */
static size_t wide_bounded(const wchar_t *s, size_t nr)
{
	size_t n = 0;

	while (n < nr && s[n])
		n++;
	return (n < nr ? n + 1 : nr) * sizeof(*s);
}

/* Bytes that a comparison reads, up to and including the first difference. */
static size_t compared_wide(const wchar_t *a, const wchar_t *b, size_t nr,
			    bool ends, bool fold)
{
	size_t n = 0;

	while (n < nr && (!ends || (a[n] && b[n])) &&
	       (a[n] == b[n] ||
		(fold && towlower((wint_t)a[n]) == towlower((wint_t)b[n]))))
		n++;
	return (n < nr ? n + 1 : nr) * sizeof(*a);
}

/*
 * Bytes up to and including the character that a search found, or all of them.
 */
static size_t wide_found(const wchar_t *s, const wchar_t *found)
{
	return found ? (size_t)(found - s + 1) * sizeof(*s)
		     : wide_bounded(s, -1UL);
}

#define IN_COMPARED(nr, ends, fold)                                            \
	size_t both = compared_wide(a, b, nr, ends, fold);                     \
	IN(a, both) IN(b, both)

/* Type, name, parameters, arguments; what is read; what is written. */
HOOK(size_t, wcslen, (const wchar_t *s), (s), NOTHING,
     IN(s, (ret + 1) * sizeof(*s)))
HOOK(size_t, wcsnlen, (const wchar_t *s, size_t n), (s, n), NOTHING,
     IN(s, wide_bounded(s, n)))
HOOK(int, wcscmp, (const wchar_t *a, const wchar_t *b), (a, b),
     IN_COMPARED(-1UL, true, false), NOTHING)
HOOK(int, wcsncmp, (const wchar_t *a, const wchar_t *b, size_t n), (a, b, n),
     IN_COMPARED(n, true, false), NOTHING)
HOOK(int, wmemcmp, (const wchar_t *a, const wchar_t *b, size_t n), (a, b, n),
     IN_COMPARED(n, false, false), NOTHING)
HOOK_L(int, wcscasecmp, (const wchar_t *a, const wchar_t *b), (a, b),
       IN_COMPARED(-1UL, true, true), NOTHING)
HOOK_L(int, wcsncasecmp, (const wchar_t *a, const wchar_t *b, size_t n),
       (a, b, n), IN_COMPARED(n, true, true), NOTHING)
HOOK_L(int, wcscoll, (const wchar_t *a, const wchar_t *b), (a, b),
       IN_WCS(a) IN_WCS(b), NOTHING)
HOOK(wchar_t *, wcschr, (const wchar_t *s, wchar_t c), (s, c), NOTHING,
     IN(s, wide_found(s, ret)))
HOOK(wchar_t *, wcschrnul, (const wchar_t *s, wchar_t c), (s, c), NOTHING,
     IN(s, wide_found(s, ret)))
HOOK(wchar_t *, wcsrchr, (const wchar_t *s, wchar_t c), (s, c), IN_WCS(s),
     NOTHING)
HOOK(wchar_t *, wmemchr, (const wchar_t *s, wchar_t c, size_t n), (s, c, n),
     NOTHING, IN(s, ret ? wide_found(s, ret) : n * sizeof(*s)))
HOOK(wchar_t *, wcsstr, (const wchar_t *s, const wchar_t *what), (s, what),
     IN_WCS(what),
     IN(s, ret ? (char *)(ret + KMSAN_REAL(wcslen)(what)) - (const char *)s
	       : (long)wide_bounded(s, -1UL)))
ALSO(wcsstr, wcswcs)
HOOK(size_t, wcsspn, (const wchar_t *s, const wchar_t *set), (s, set),
     IN_WCS(set), IN(s, (ret + 1) * sizeof(*s)))
HOOK(size_t, wcscspn, (const wchar_t *s, const wchar_t *set), (s, set),
     IN_WCS(set), IN(s, (ret + 1) * sizeof(*s)))
HOOK(wchar_t *, wcspbrk, (const wchar_t *s, const wchar_t *set), (s, set),
     IN_WCS(set), IN(s, wide_found(s, ret)))

/* Bytes up to and including the end of the first token that is not empty. */
static size_t wide_token(const wchar_t *s, const wchar_t *set)
{
	size_t n;

	if (!s)
		return 0;
	n = KMSAN_REAL(wcsspn)(s, set);
	return (n + KMSAN_REAL(wcscspn)(s + n, set) + 1) * sizeof(*s);
}

HOOK(wchar_t *, wcstok, (wchar_t * s, const wchar_t *set, wchar_t **rest),
     (s, set, rest), IN_WCS(set) IN(s, wide_token(s, set)), OUT_VAR(rest))
HOOK(wchar_t *, wcsdup, (const wchar_t *s), (s), IN_WCS(s), OUT_WCS(ret))

HOOK_CHK(wchar_t *, wcscpy, (wchar_t * dst, const wchar_t *src), (dst, src),
	 IN_WCS(src), OUT_WCS(dst))
HOOK_CHK(wchar_t *, wcpcpy, (wchar_t * dst, const wchar_t *src), (dst, src),
	 IN_WCS(src), OUT_WCS(dst))
HOOK_CHK(wchar_t *, wcsncpy, (wchar_t * dst, const wchar_t *src, size_t n),
	 (dst, src, n), IN(src, wide_bounded(src, n)),
	 OUT(dst, n * sizeof(*dst)))
HOOK_CHK(wchar_t *, wcpncpy, (wchar_t * dst, const wchar_t *src, size_t n),
	 (dst, src, n), IN(src, wide_bounded(src, n)),
	 OUT(dst, n * sizeof(*dst)))
HOOK_CHK(wchar_t *, wcscat, (wchar_t * dst, const wchar_t *src), (dst, src),
	 IN_WCS(dst) IN_WCS(src), OUT_WCS(dst))
HOOK_CHK(wchar_t *, wcsncat, (wchar_t * dst, const wchar_t *src, size_t n),
	 (dst, src, n), IN_WCS(dst) IN(src, wide_bounded(src, n)), OUT_WCS(dst))
#if __GLIBC_PREREQ(2, 38)
HOOK_CHK(size_t, wcslcpy, (wchar_t * dst, const wchar_t *src, size_t n),
	 (dst, src, n), IN_WCS(src), IF(n, OUT_WCS(dst)))
HOOK_CHK(size_t, wcslcat, (wchar_t * dst, const wchar_t *src, size_t n),
	 (dst, src, n), IN(dst, wide_bounded(dst, n)) IN_WCS(src),
	 OUT(dst, wide_bounded(dst, n)))
#endif
HOOK_CHK(wchar_t *, wmemset, (wchar_t * dst, wchar_t c, size_t n), (dst, c, n),
	 NOTHING, OUT(dst, n * sizeof(*dst)))
HOOK_L(size_t, wcsxfrm, (wchar_t * dst, const wchar_t *src, size_t n),
       (dst, src, n), IN_WCS(src),
       IF(ret < n, OUT(dst, (ret + 1) * sizeof(*dst))))
/*
 * What is read of the time depends on the format, which is not followed here.
 */
HOOK_L(size_t, wcsftime,
       (wchar_t * s, size_t n, const wchar_t *format, const struct tm *tm),
       (s, n, format, tm), IN_WCS(format),
       IF(ret, OUT(s, (ret + 1) * sizeof(*s))))
HOOK(int, wcswidth, (const wchar_t *s, size_t n), (s, n),
     IN(s, wide_bounded(s, n)), NOTHING)

/*
 * Conversions between encodings.  A result of -1 says that they stopped at
 * something invalid, and -2 that the last character is not complete; what came
 * before that has been written.
 */
#define FAILED(ret) ((ret) == -1UL)
#define COMPLETE(ret) ((ret) < -2UL)

HOOK(size_t, mbrtowc, (wchar_t * dst, const char *src, size_t n, mbstate_t *st),
     (dst, src, n, st), NOTHING,
     IF(src && COMPLETE(ret), IN(src, ret ? ret : 1) OUT(dst, sizeof(*dst)))
	     OUT_VAR(st))
ALSO(mbrtowc, __mbrtowc)
HOOK(size_t, mbrlen, (const char *src, size_t n, mbstate_t *st), (src, n, st),
     NOTHING, IF(src && COMPLETE(ret), IN(src, ret ? ret : 1)) OUT_VAR(st))
ALSO(mbrlen, __mbrlen)
HOOK(int, mblen, (const char *src, size_t n), (src, n), NOTHING,
     IF(src && ret >= 0, IN(src, ret ? ret : 1)))
HOOK(int, mbtowc, (wchar_t * dst, const char *src, size_t n), (dst, src, n),
     NOTHING,
     IF(src && ret >= 0, IN(src, ret ? ret : 1) OUT(dst, sizeof(*dst))))
HOOK_CHK(int, wctomb, (char *dst, wchar_t c), (dst, c), NOTHING,
	 IF(ret > 0, OUT(dst, ret)))
HOOK_CHK(size_t, wcrtomb, (char *dst, wchar_t c, mbstate_t *st), (dst, c, st),
	 NOTHING, IF(!FAILED(ret), OUT(dst, ret)) OUT_VAR(st))

/* The types of <uchar.h>; -3 is a character from what was read before. */
#define UCHAR(type, to, from)                                                  \
	HOOK(size_t, to,                                                       \
	     (type * dst, const char *src, size_t n, mbstate_t *st),           \
	     (dst, src, n, st), NOTHING,                                       \
	     IF(src && ret < -3UL, IN(src, ret ? ret : 1))                     \
		     IF(src && (ret < -3UL || ret == -3UL), OUT_VAR(dst))      \
			     OUT_VAR(st))                                      \
	HOOK(size_t, from, (char *dst, type c, mbstate_t *st), (dst, c, st),   \
	     NOTHING, IF(!FAILED(ret), OUT(dst, ret)) OUT_VAR(st))
UCHAR(char16_t, mbrtoc16, c16rtomb)
UCHAR(char32_t, mbrtoc32, c32rtomb)
#if __GLIBC_PREREQ(2, 36)
UCHAR(unsigned char, mbrtoc8, c8rtomb)
#endif

/*
 * How far a failed conversion got.  Each character is converted again, from the
 * initial state.
 */
static size_t wide_before_error(const char *src, size_t n, const mbstate_t *st)
{
	mbstate_t state = {0};
	size_t nr = 0, step;

	if (st)
		state = *st;
	while (n &&
	       COMPLETE(step = KMSAN_REAL(mbrtowc)(NULL, src, n, &state)) &&
	       step) {
		src += step;
		n -= step;
		nr++;
	}
	return nr * sizeof(wchar_t);
}

static size_t bytes_before_error(const wchar_t *src, size_t nr,
				 const mbstate_t *st)
{
	mbstate_t state = {0};
	size_t n = 0, step;
	char text[16];

	if (st)
		state = *st;
	while (nr-- && *src &&
	       !FAILED(step = KMSAN_REAL(wcrtomb)(text, *src++, &state)))
		n += step;
	return n;
}

/* Whether the character that ends a string was converted, too. */
#define ENDED(string) (dst && !*(string))

#define OUT_WIDE_STRING                                                        \
	OUT(dst, FAILED(ret) ? min_size(n * sizeof(*dst),                      \
					wide_before_error(src, -1UL, NULL))    \
			     : min_size(ret + 1, n) * sizeof(*dst))
#define OUT_BYTE_STRING                                                        \
	OUT(dst, FAILED(ret)                                                   \
			 ? min_size(n, bytes_before_error(src, -1UL, NULL))    \
			 : ret + (ret < n && dst && ret == whole(src)))

static size_t min_size(size_t a, size_t b)
{
	return a < b ? a : b;
}

static size_t whole(const wchar_t *src)
{
	return bytes_before_error(src, -1UL, NULL);
}

HOOK_CHK(size_t, mbstowcs, (wchar_t * dst, const char *src, size_t n),
	 (dst, src, n), IN_STR(src), OUT_WIDE_STRING)
HOOK_CHK(size_t, wcstombs, (char *dst, const wchar_t *src, size_t n),
	 (dst, src, n), IN_WCS(src), OUT_BYTE_STRING)

/*
 * These leave the place where they stopped in *src, or NULL at the end; @most
 * is how much of the source they may read.
 */
#define FROM                                                                   \
	IN_VAR(src)                                                            \
	__typeof__(*src) from = src ? *src : NULL;                             \
	mbstate_t start = {0};                                                 \
	IF(st, start = *st;)
#define OUT_WIDE_FROM(most)                                                    \
	OUT(dst, FAILED(ret) ? min_size(n * sizeof(*dst),                      \
					wide_before_error(from, most, &start)) \
			     : (ret + ENDED(src)) * sizeof(*dst))              \
	OUT_VAR(src) OUT_VAR(st)
#define OUT_BYTES_FROM(most)                                                   \
	OUT(dst, FAILED(ret)                                                   \
			 ? min_size(n, bytes_before_error(from, most, &start)) \
			 : ret + ENDED(src))                                   \
	OUT_VAR(src) OUT_VAR(st)

HOOK_CHK(size_t, mbsrtowcs,
	 (wchar_t * dst, const char **src, size_t n, mbstate_t *st),
	 (dst, src, n, st), FROM, OUT_WIDE_FROM(-1UL))
HOOK_CHK(size_t, wcsrtombs,
	 (char *dst, const wchar_t **src, size_t n, mbstate_t *st),
	 (dst, src, n, st), FROM, OUT_BYTES_FROM(-1UL))
HOOK_CHK(size_t, mbsnrtowcs,
	 (wchar_t * dst, const char **src, size_t most, size_t n,
	  mbstate_t *st),
	 (dst, src, most, n, st), FROM, OUT_WIDE_FROM(most))
HOOK_CHK(size_t, wcsnrtombs,
	 (char *dst, const wchar_t **src, size_t most, size_t n, mbstate_t *st),
	 (dst, src, most, n, st), FROM, OUT_BYTES_FROM(most))
