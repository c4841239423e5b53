/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * intercept.h - how a function of the C library is taken over.
 *
 * KMSAN_HOOK() defines a function of the library's name, so that calls to that
 * end up here; KMSAN_REAL() is the library's own.  The hooks use C names of
 * their own, for the library's headers declare the originals with all manner
 * of attributes.
 */
#ifndef KMSAN_INTERCEPT_H
#define KMSAN_INTERCEPT_H

#include "internal.h"

#pragma GCC visibility push(hidden)

/*
 * What the caller of a hook is.  Code that is not instrumented does not
 * initialise memory as far as we can see, so its arguments are not checked and
 * what it allocates is clean; what the function writes for it is tracked.  The
 * runtime's own calls get the bare function.
 */
enum kmsan_caller {
	KMSAN_CALLER_RUNTIME,
	KMSAN_CALLER_PLAIN,
	KMSAN_CALLER_INSTRUMENTED,
};

static inline enum kmsan_caller kmsan_caller(const void *pc)
{
	if (unlikely(!kmsan_ready))
		kmsan_init();
	if (unlikely(kmsan_in_runtime() || !kmsan_ready))
		return KMSAN_CALLER_RUNTIME;
	return kmsan_module_instrumented(pc) ? KMSAN_CALLER_INSTRUMENTED :
					       KMSAN_CALLER_PLAIN;
}

void *kmsan_resolve(const char *name);

#define KMSAN_DECLARE_HOOK(type, name, params)                                 \
	KMSAN_EXPORT type kmsan_hook_##name params __asm__(#name);             \
	static void *kmsan_real_##name

#define KMSAN_HOOK(type, name, params)                                         \
	KMSAN_DECLARE_HOOK(type, name, params);                                \
	type kmsan_hook_##name params

/* Looked up at the first call. */
static inline void *kmsan_real(void **slot, const char *name)
{
	if (unlikely(!*slot))
		*slot = kmsan_resolve(name);
	return *slot;
}

#define KMSAN_REAL(name)                                                       \
	((__typeof__(&kmsan_hook_##name))kmsan_real(&kmsan_real_##name, #name))

#pragma GCC visibility pop

#endif /* KMSAN_INTERCEPT_H */
