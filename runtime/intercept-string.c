// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * intercept-string.c - hooks for memory, strings, wide strings and numbers.
 *
 * Functions that copy bytes move their metadata; those that look at bytes need
 * them initialised, up to where they stop looking.
 */
#include <string.h>
#include <strings.h>
#include <sys/types.h>
#include <wchar.h>

#include "intercept.h"

/* Bytes that a comparison reads, up to and including the first difference. */
static size_t compared(const void *a, const void *b, size_t size)
{
	const u8 *x = a, *y = b;
	size_t n = 0;

	while (n < size && x[n] == y[n])
		n++;
	return n < size ? n + 1 : size;
}

/* The same for strings, which end where one of them does. */
static size_t compared_strings(const char *a, const char *b, size_t size,
			       bool fold)
{
	size_t n = 0;

	while (n < size && a[n] && b[n] &&
	       (a[n] == b[n] ||
		(fold && ((a[n] ^ b[n]) & ~0x20) == 0 && (a[n] | 0x20) >= 'a')))
		n++;
	return n < size ? n + 1 : size;
}

/* A string that need not be terminated within @size bytes. */
static size_t bounded(const char *s, size_t size)
{
	size_t n = 0;

	while (n < size && s[n])
		n++;
	return n < size ? n + 1 : size;
}

/* Bytes up to and including the one that a search found, or all of them. */
static size_t found_at(const void *s, const void *found, size_t size)
{
	return found ? (size_t)((char *)found - (char *)s) + 1 : size;
}

static size_t found_in(const char *s, const char *found)
{
	return found ? (size_t)(found - s) + 1 : kmsan_raw_strlen(s) + 1;
}

/* The same for a search for a string. */
static size_t found_string(const char *s, const char *found, const char *what)
{
	return found ? (size_t)(found - s) + kmsan_raw_strlen(what)
		     : kmsan_raw_strlen(s) + 1;
}

/*
 * Memory that moves.  These are also called by the compiler's own code, on
 * metadata, and very often, so they do not look at the caller.
 * Name, parameters, arguments, bytes, distance of the result from dst.
 */
#define MOVE(name, params, args, bytes, result)                                \
	KMSAN_HOOK(void *, name, params)                                       \
	{                                                                      \
		if (unlikely(!kmsan_ready || kmsan_in_runtime())) {            \
			kmsan_raw_memmove(dst, src, bytes);                    \
			return (char *)dst + (result);                         \
		}                                                              \
		kmsan_hook_move(dst, src, bytes);                              \
		return KMSAN_REAL(name) args;                                  \
	}

#define BYTES (void *dst, const void *src, size_t n)
#define BYTES_CHK (void *dst, const void *src, size_t n, size_t room)
#define WIDE (wchar_t * dst, const wchar_t *src, size_t n)
#define WIDE_CHK (wchar_t * dst, const wchar_t *src, size_t n, size_t room)
MOVE(memcpy, BYTES, (dst, src, n), n, 0)
MOVE(memmove, BYTES, (dst, src, n), n, 0)
MOVE(mempcpy, BYTES, (dst, src, n), n, n)
MOVE(__mempcpy, BYTES, (dst, src, n), n, n)
MOVE(__memcpy_chk, BYTES_CHK, (dst, src, n, room), n, 0)
MOVE(__memmove_chk, BYTES_CHK, (dst, src, n, room), n, 0)
MOVE(__mempcpy_chk, BYTES_CHK, (dst, src, n, room), n, n)
MOVE(wmemcpy, WIDE, (dst, src, n), n * sizeof(*dst), 0)
MOVE(wmemmove, WIDE, (dst, src, n), n * sizeof(*dst), 0)
MOVE(wmempcpy, WIDE, (dst, src, n), n * sizeof(*dst), n * sizeof(*dst))
MOVE(__wmemcpy_chk, WIDE_CHK, (dst, src, n, room), n * sizeof(*dst), 0)
MOVE(__wmempcpy_chk, WIDE_CHK, (dst, src, n, room), n * sizeof(*dst),
     n * sizeof(*dst))
MOVE(__wmemmove_chk, WIDE_CHK, (dst, src, n, room), n * sizeof(*dst), 0)

/* Memory that is overwritten: name, parameters, arguments. */
#define FILL(name, params, args)                                               \
	KMSAN_HOOK(void *, name, params)                                       \
	{                                                                      \
		if (unlikely(!kmsan_ready || kmsan_in_runtime()))              \
			return kmsan_raw_memset(dst, value, n);                \
		kmsan_internal_unpoison(dst, n);                               \
		return KMSAN_REAL(name) args;                                  \
	}

FILL(memset, (void *dst, int value, size_t n), (dst, value, n))
FILL(__memset_chk, (void *dst, int value, size_t n, size_t room),
     (dst, value, n, room))

KMSAN_HOOK(void, bcopy, (const void *src, void *dst, size_t n))
{
	kmsan_hook_move(dst, src, n);
	kmsan_raw_memmove(dst, src, n);
}

/* Type, name, parameters, arguments; what is read; what is written. */
HOOK_VOID(bzero, (void *dst, size_t n), (dst, n), NOTHING, OUT(dst, n))
HOOK_VOID(explicit_bzero, (void *dst, size_t n), (dst, n), NOTHING, OUT(dst, n))
HOOK(int, memcmp, (const void *a, const void *b, size_t n), (a, b, n),
     IN(a, compared(a, b, n)) IN(b, compared(a, b, n)), NOTHING)
HOOK(int, bcmp, (const void *a, const void *b, size_t n), (a, b, n),
     IN(a, compared(a, b, n)) IN(b, compared(a, b, n)), NOTHING)
HOOK(void *, memchr, (const void *s, int c, size_t n), (s, c, n), NOTHING,
     IN(s, found_at(s, ret, n)))
HOOK(void *, memrchr, (const void *s, int c, size_t n), (s, c, n), NOTHING,
     IN(ret ? ret : s, ret ? (const char *)s + n - (char *)ret : (long)n))
HOOK(void *, rawmemchr, (const void *s, int c), (s, c), NOTHING,
     IN(s, found_at(s, ret, 0)))
HOOK(void *, memmem, (const void *s, size_t n, const void *what, size_t length),
     (s, n, what, length), IN(what, length),
     IF(n >= length, IN(s, ret ? (char *)ret - (const char *)s + length : n)))
HOOK(void *, memccpy, (void *dst, const void *src, int c, size_t n),
     (dst, src, c, n), NOTHING,
     IN(src, ret ? (char *)ret - (char *)dst : (long)n)
	     OUT(dst, ret ? (char *)ret - (char *)dst : (long)n))
HOOK_VOID(swab, (const void *src, void *dst, ssize_t n), (src, dst, n),
	  IF(n > 1, IN(src, n & ~1L)), IF(n > 1, OUT(dst, n & ~1L)))

HOOK(size_t, strlen, (const char *s), (s), NOTHING, IN(s, ret + 1))
HOOK(size_t, strnlen, (const char *s, size_t n), (s, n), NOTHING,
     IN(s, bounded(s, n)))
HOOK(int, strcmp, (const char *a, const char *b), (a, b),
     IN(a, compared_strings(a, b, -1UL, false))
	     IN(b, compared_strings(a, b, -1UL, false)),
     NOTHING)
HOOK(int, strncmp, (const char *a, const char *b, size_t n), (a, b, n),
     IN(a, compared_strings(a, b, n, false))
	     IN(b, compared_strings(a, b, n, false)),
     NOTHING)
HOOK_L(int, strcasecmp, (const char *a, const char *b), (a, b),
       IN(a, compared_strings(a, b, -1UL, true))
	       IN(b, compared_strings(a, b, -1UL, true)),
       NOTHING)
HOOK_L(int, strncasecmp, (const char *a, const char *b, size_t n), (a, b, n),
       IN(a, compared_strings(a, b, n, true))
	       IN(b, compared_strings(a, b, n, true)),
       NOTHING)
HOOK_L(int, strcoll, (const char *a, const char *b), (a, b),
       IN_STR(a) IN_STR(b), NOTHING)
HOOK(int, strverscmp, (const char *a, const char *b), (a, b),
     IN_STR(a) IN_STR(b), NOTHING)
HOOK_L(size_t, strxfrm, (char *dst, const char *src, size_t n), (dst, src, n),
       IN_STR(src), IF(ret < n, OUT(dst, ret + 1)))
HOOK(char *, strchr, (const char *s, int c), (s, c), NOTHING,
     IN(s, found_in(s, ret)))
HOOK(char *, index, (const char *s, int c), (s, c), NOTHING,
     IN(s, found_in(s, ret)))
HOOK(char *, strchrnul, (const char *s, int c), (s, c), NOTHING,
     IN(s, found_in(s, ret)))
HOOK(char *, strrchr, (const char *s, int c), (s, c), IN_STR(s), NOTHING)
HOOK(char *, rindex, (const char *s, int c), (s, c), IN_STR(s), NOTHING)
HOOK(char *, strstr, (const char *s, const char *what), (s, what),
     IN_STR(what), IN(s, found_string(s, ret, what)))
HOOK(char *, strcasestr, (const char *s, const char *what), (s, what),
     IN_STR(what), IN(s, found_string(s, ret, what)))
HOOK(size_t, strspn, (const char *s, const char *set), (s, set), IN_STR(set),
     IN(s, ret + 1))
HOOK(size_t, strcspn, (const char *s, const char *set), (s, set), IN_STR(set),
     IN(s, ret + 1))
HOOK(char *, strpbrk, (const char *s, const char *set), (s, set), IN_STR(set),
     IN(s, found_in(s, ret)))

/*
 * Bytes up to the end of the first token, and the character that ends it; with
 * @skip, of the first token that is not empty.
 */
static size_t token(const char *s, const char *set, bool skip)
{
	size_t n = 0;

	if (!s)
		return 0;
	if (skip)
		n = KMSAN_REAL(strspn)(s, set);
	return n + KMSAN_REAL(strcspn)(s + n, set) + 1;
}

HOOK(char *, strtok, (char *s, const char *set), (s, set),
     IN_STR(set) IN(s, token(s, set, true)), NOTHING)
HOOK(char *, strtok_r, (char *s, const char *set, char **rest), (s, set, rest),
     IN_STR(set) IN(s, token(s, set, true)), OUT_VAR(rest))
ALSO(strtok_r, __strtok_r)
HOOK(char *, strsep, (char **s, const char *set), (s, set),
     IN(s, sizeof(*s)) IN_STR(set) IN(*s, token(*s, set, false)), OUT_VAR(s))
HOOK(char *, strdup, (const char *s), (s), IN_STR(s), OUT_STR(ret))
ALSO(strdup, __strdup)
HOOK(char *, strndup, (const char *s, size_t n), (s, n), IN(s, bounded(s, n)),
     OUT_STR(ret))
ALSO(strndup, __strndup)
HOOK_CHK(char *, strcpy, (char *dst, const char *src), (dst, src), IN_STR(src),
	 OUT_STR(dst))
HOOK_CHK(char *, stpcpy, (char *dst, const char *src), (dst, src), IN_STR(src),
	 OUT_STR(dst))
ALSO(stpcpy, __stpcpy)
HOOK_CHK(char *, strncpy, (char *dst, const char *src, size_t n), (dst, src, n),
	 IN(src, bounded(src, n)), OUT(dst, n))
HOOK_CHK(char *, stpncpy, (char *dst, const char *src, size_t n), (dst, src, n),
	 IN(src, bounded(src, n)), OUT(dst, n))
ALSO(stpncpy, __stpncpy)
HOOK_CHK(char *, strcat, (char *dst, const char *src), (dst, src),
	 IN_STR(dst) IN_STR(src), OUT_STR(dst))
HOOK_CHK(char *, strncat, (char *dst, const char *src, size_t n), (dst, src, n),
	 IN_STR(dst) IN(src, bounded(src, n)), OUT_STR(dst))
#if __GLIBC_PREREQ(2, 38)
HOOK_CHK(size_t, strlcpy, (char *dst, const char *src, size_t n), (dst, src, n),
	 IN_STR(src), IF(n, OUT_STR(dst)))
HOOK_CHK(size_t, strlcat, (char *dst, const char *src, size_t n), (dst, src, n),
	 IN(dst, bounded(dst, n)) IN_STR(src), OUT(dst, bounded(dst, n)))
#endif
HOOK(char *, strerror_r, (int error, char *s, size_t n), (error, s, n), NOTHING,
     IF(ret == s, OUT_STR(s)))
HOOK(int, __xpg_strerror_r, (int error, char *s, size_t n), (error, s, n),
     NOTHING, IF(n, OUT_STR(s)))

ALSO(bzero, __bzero)
ALSO(rawmemchr, __rawmemchr)
ALSO(strcasecmp, __strcasecmp)
ALSO(strcasestr, __strcasestr)
ALSO(strverscmp, __strverscmp)
ALSO(strerror_r, __strerror_r)
ALSO(memcmp, __memcmpeq)

/* The variants with bounds that _FORTIFY_SOURCE asks for. */
#if __GLIBC_PREREQ(2, 43)
HOOK_CHK(void *, memset_explicit, (void *dst, int c, size_t n), (dst, c, n),
	 NOTHING, OUT(dst, n))
#endif
HOOK_VOID(__explicit_bzero_chk, (void *dst, size_t n, size_t room),
	  (dst, n, room), NOTHING, OUT(dst, n))
