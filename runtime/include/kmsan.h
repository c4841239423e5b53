/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * kmsan.h - what a program can tell the KMSAN runtime, and ask of it.
 *
 * The user-space counterpart of linux/kmsan-checks.h, for C and C++ under GCC
 * with the KMSAN plugin or Clang with -fsanitize=kernel-memory.  In a program
 * that is built without either, the functions do nothing and the attributes
 * are empty.
 */
#ifndef KMSAN_H
#define KMSAN_H

#include <stddef.h>

#if defined(__SANITIZE_MEMORY__)
#define KMSAN_ENABLED 1
#elif defined(__has_feature)
#if __has_feature(memory_sanitizer) || __has_feature(kernel_memory_sanitizer)
#define KMSAN_ENABLED 1
#endif
#endif

/*
 * __no_sanitize_memory - do not instrument a function: it does not call the
 *	runtime, which does not see what it does to memory.
 * __no_kmsan_checks - report nothing in a function, and take all that it
 *	writes, passes and returns as initialised.
 */
#ifdef KMSAN_ENABLED
#ifdef __clang__
#define __no_sanitize_memory __attribute__((disable_sanitizer_instrumentation))
#define __no_kmsan_checks __attribute__((no_sanitize("kernel-memory")))
#else
#define __no_sanitize_memory __attribute__((no_sanitize_memory))
#define __no_kmsan_checks __attribute__((no_kmsan_checks))
#endif
#else
#define __no_sanitize_memory
#define __no_kmsan_checks
#endif

#ifdef __cplusplus
extern "C" {
#endif

#ifdef KMSAN_ENABLED
#define KMSAN_API(declaration, body) declaration;
#else
#define KMSAN_API(declaration, body)                                           \
	static __inline__ __attribute__((unused)) declaration                  \
	{                                                                      \
		body                                                           \
	}
#endif

/*
 * kmsan_poison_memory() - mark memory as uninitialised, from here
 * @address: start of the range
 * @size: its length
 *
 * Code that was written for the kernel passes allocation flags; they are
 * accepted and ignored.
 */
KMSAN_API(void kmsan_poison_memory(const void *address, size_t size, ...),
	  (void)address;
	  (void)size;)

/*
 * kmsan_unpoison_memory() - mark memory as initialised
 * @address: start of the range
 * @size: its length
 *
 * For memory that was written by means that the compiler does not see:
 * devices, other processes, code that is not instrumented.
 */
KMSAN_API(void kmsan_unpoison_memory(const void *address, size_t size),
	  (void)address;
	  (void)size;)

/*
 * kmsan_check_memory() - report what is uninitialised in a range
 * @address: start of the range
 * @size: its length
 *
 * For memory that is about to leave by means that the compiler does not see.
 */
KMSAN_API(void kmsan_check_memory(const void *address, size_t size),
	  (void)address;
	  (void)size;)

/*
 * kmsan_memmove() - memory has been moved by means that the compiler does not
 * see
 * @to: destination
 * @from: source; may overlap with @to
 * @size: how many bytes were really copied
 *
 * Moves the metadata only: the shadow of these bytes, and the origins of those
 * that are uninitialised.
 */
KMSAN_API(void kmsan_memmove(void *to, const void *from, size_t size), (void)to;
	  (void)from; (void)size;)

/*
 * kmsan_copy_to_user() - bytes are passed to a less trusted party
 * @to: destination; only used as an address
 * @from: source
 * @to_copy: how many bytes were to be copied
 * @left: how many were not
 *
 * Reports what is uninitialised in those that were.  Comes after the copy, when
 * @left is known.
 */
KMSAN_API(void kmsan_copy_to_user(void *to, const void *from, size_t to_copy,
				  size_t left),
	  (void)to;
	  (void)from; (void)to_copy; (void)left;)

#undef KMSAN_API

/*
 * The pair that linux/instrumented.h has for a function that copies memory its
 * own way.  Always inlined, so that the stack of a report begins in it.
 */
#define KMSAN_INLINE static __inline__ __attribute__((always_inline, unused))

/*
 * instrument_memcpy_before() - memory is about to be copied unseen
 * @to: destination
 * @from: source
 * @n: how many bytes are to be copied
 *
 * Uninitialised bytes may be copied, so there is nothing to check yet.
 */
KMSAN_INLINE void instrument_memcpy_before(void *to, const void *from,
					   unsigned long n)
{
	(void)to;
	(void)from;
	(void)n;
}

/*
 * instrument_memcpy_after() - memory was copied unseen
 * @to: destination
 * @from: source
 * @n: how many bytes were to be copied
 * @left: how many, of the last ones, were not
 *
 * Moves the metadata of those that were; @left may be @n, but not more.
 */
KMSAN_INLINE void instrument_memcpy_after(void *to, const void *from,
					  unsigned long n, unsigned long left)
{
	kmsan_memmove(to, from, n - left);
}

#undef KMSAN_INLINE

#ifdef __cplusplus
}
#endif

#endif /* KMSAN_H */
