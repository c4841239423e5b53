// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * raw.c - memory and string functions for the runtime's own use.
 *
 * Calls of the C library's would end up in our hooks.  These touch no metadata.
 * Built with -fno-builtin, so that no loop turns into a call.
 */
#include "internal.h"

typedef u64 __attribute__((may_alias, aligned(1))) word_t;

/*
 * From this size on, the string instructions are faster than a loop of words.
 */
#define RAW_STRING_SIZE 512

void *kmsan_raw_memcpy(void *dst, const void *src, size_t size)
{
	u8 *d = dst;
	const u8 *s = src;

	if (size >= RAW_STRING_SIZE) {
		__asm__ volatile("rep movsb"
				 : "+D"(d), "+S"(s), "+c"(size)
				 :
				 : "memory");
		return dst;
	}
	for (; size >= sizeof(word_t); size -= sizeof(word_t)) {
		*(word_t *)d = *(const word_t *)s;
		d += sizeof(word_t);
		s += sizeof(word_t);
	}
	while (size--)
		*d++ = *s++;
	return dst;
}

void *kmsan_raw_memmove(void *dst, const void *src, size_t size)
{
	u8 *d = dst;
	const u8 *s = src;

	if ((uintptr_t)d - (uintptr_t)s >= size)
		return kmsan_raw_memcpy(dst, src, size);
	for (; size >= sizeof(word_t); size -= sizeof(word_t))
		*(word_t *)(d + size - sizeof(word_t)) =
			*(const word_t *)(s + size - sizeof(word_t));
	while (size--)
		d[size] = s[size];
	return dst;
}

void *kmsan_raw_memset(void *dst, int value, size_t size)
{
	u64 pattern = (u8)value * 0x0101010101010101UL;
	u8 *d = dst;

	if (size >= RAW_STRING_SIZE) {
		__asm__ volatile("rep stosb"
				 : "+D"(d), "+c"(size)
				 : "a"(value)
				 : "memory");
		return dst;
	}
	for (; size >= sizeof(word_t); size -= sizeof(word_t)) {
		*(word_t *)d = pattern;
		d += sizeof(word_t);
	}
	while (size--)
		*d++ = value;
	return dst;
}

size_t kmsan_raw_strlen(const char *s)
{
	size_t n = 0;

	while (s[n])
		n++;
	return n;
}

int kmsan_raw_memcmp(const void *a, const void *b, size_t size)
{
	const u8 *x = a, *y = b;

	for (; size; size--, x++, y++)
		if (*x != *y)
			return *x - *y;
	return 0;
}

int kmsan_raw_strcmp(const char *a, const char *b)
{
	for (; *a && *a == *b; a++, b++)
		;
	return *(const u8 *)a - *(const u8 *)b;
}
