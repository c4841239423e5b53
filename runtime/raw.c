// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * raw.c - memory and string functions for the runtime's own use.
 *
 * Calls of the C library's would end up in our hooks.  These touch no metadata.
 * Built with -fno-builtin, so that no loop turns into a call.
 */
#include "internal.h"

/*
 * From this size on, the string instructions are faster than a loop.
 */
#define RAW_STRING_SIZE 512

/*
 * A range of one to two units is the first unit and the last one, which may
 * overlap.  All is read before anything is written.
 */
#define COPY_ENDS(type)                                                        \
	do {                                                                   \
		type first = *(const type *)s;                                 \
		type last = *(const type *)(s + size - sizeof(type));          \
                                                                               \
		*(type *)d = first;                                            \
		*(type *)(d + size - sizeof(type)) = last;                     \
	} while (0)

static inline void copy_small(u8 *d, const u8 *s, size_t size)
{
	if (size >= sizeof(any16))
		COPY_ENDS(any16);
	else if (size >= sizeof(any8))
		COPY_ENDS(any8);
	else if (size >= sizeof(any4))
		COPY_ENDS(any4);
	else if (size >= sizeof(any2))
		COPY_ENDS(any2);
	else if (size)
		*d = *s;
}

/* Upwards: also right for a destination below the source. */
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
	for (; size > 2 * sizeof(any16); size -= sizeof(any16)) {
		*(any16 *)d = *(const any16 *)s;
		d += sizeof(any16);
		s += sizeof(any16);
	}
	copy_small(d, s, size);
	return dst;
}

void *kmsan_raw_memmove(void *dst, const void *src, size_t size)
{
	u8 *d = dst;
	const u8 *s = src;

	if ((uintptr_t)d - (uintptr_t)s >= size)
		return kmsan_raw_memcpy(dst, src, size);
	for (; size > 2 * sizeof(any16); size -= sizeof(any16))
		*(any16 *)(d + size - sizeof(any16)) =
			*(const any16 *)(s + size - sizeof(any16));
	copy_small(d, s, size);
	return dst;
}

void *kmsan_raw_memset(void *dst, int value, size_t size)
{
	u64 pattern = (u8)value * 0x0101010101010101UL;
	any16 wide = {pattern, pattern};
	u8 *d = dst;

	if (size >= RAW_STRING_SIZE) {
		__asm__ volatile("rep stosb"
				 : "+D"(d), "+c"(size)
				 : "a"(value)
				 : "memory");
		return dst;
	}
	if (size >= sizeof(any16)) {
		u8 *last = d + size - sizeof(any16);

		for (; d < last; d += sizeof(any16))
			*(any16 *)d = wide;
		*(any16 *)last = wide;
	} else if (size >= sizeof(any8)) {
		*(any8 *)d = pattern;
		*(any8 *)(d + size - sizeof(any8)) = pattern;
	} else if (size >= sizeof(any4)) {
		*(any4 *)d = pattern;
		*(any4 *)(d + size - sizeof(any4)) = pattern;
	} else {
		while (size--)
			*d++ = value;
	}
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
