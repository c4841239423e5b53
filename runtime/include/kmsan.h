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
 * __no_sanitize_memory - leave a function alone: not one call into the runtime.
 *	What it does to memory goes unseen.
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
	static inline __attribute__((unused)) declaration                      \
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
 * kmsan_memmove() - something that looks like memmove() has been done
 * @to: where to
 * @from: where from
 * @size: how many bytes were really copied
 *
 * Moves the metadata only.
 */
KMSAN_API(void kmsan_memmove(void *to, const void *from, size_t size), (void)to;
	  (void)from; (void)size;)

/*
 * kmsan_copy_to_user() - bytes are being handed to somebody less trusted
 * @to: where to; only used as an address
 * @from: where from
 * @to_copy: how many bytes were to be copied
 * @left: how many were not
 *
 * Reports what is uninitialised in those that were.
 */
KMSAN_API(void kmsan_copy_to_user(void *to, const void *from, size_t to_copy,
				  size_t left),
	  (void)to;
	  (void)from; (void)to_copy; (void)left;)

#undef KMSAN_API

#ifdef __cplusplus
}
#endif

#endif /* KMSAN_H */
