/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * intercept.h - how a function of the C library is intercepted.
 *
 * KMSAN_HOOK() defines a function with the name of the library's, so that it is
 * called instead; KMSAN_REAL() is the library's own.  In C, hooks have names of
 * their own, since the library's headers declare the originals with all manner
 * of attributes.
 */
#ifndef KMSAN_INTERCEPT_H
#define KMSAN_INTERCEPT_H

#include <sys/socket.h>
#include <wchar.h>

#include "internal.h"

#pragma GCC visibility push(hidden)

/*
 * The kind of caller of a hook. Code that is not instrumented does not
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
	if (unlikely(!kmsan_ready || kmsan_in_runtime()))
		return KMSAN_CALLER_RUNTIME;
	return kmsan_module_instrumented(pc) ? KMSAN_CALLER_INSTRUMENTED
					     : KMSAN_CALLER_PLAIN;
}

void *kmsan_resolve(const char *name);

/* Looked up at the first call. */
static inline void *kmsan_real(void **slot, const char *name)
{
	if (unlikely(!*slot))
		*slot = kmsan_resolve(name);
	return *slot;
}

/* Weak: a program may have a function of its own by that name. */
#define KMSAN_DECLARE_HOOK(type, name, params)                                 \
	__attribute__((weak))                                                  \
	KMSAN_EXPORT type kmsan_hook_##name params __asm__(#name)

#define KMSAN_HOOK(type, name, params)                                         \
	KMSAN_DECLARE_HOOK(type, name, params);                                \
	__attribute__((unused)) static void *kmsan_real_##name;                \
	type kmsan_hook_##name params

#define KMSAN_REAL(name)                                                       \
	((__typeof__(&kmsan_hook_##name))kmsan_real(&kmsan_real_##name, #name))

/**
 * struct kmsan_hook - one call of a hook
 * @caller: return address of the hook
 * @kind: what is known about that code
 */
struct kmsan_hook {
	const void *caller;
	enum kmsan_caller kind;
};

#define KMSAN_THIS_HOOK                                                        \
	((struct kmsan_hook){__builtin_return_address(0),                      \
			     kmsan_caller(__builtin_return_address(0))})

/*
 * The vocabulary of the tables.  IN: the function depends on these bytes, so
 * they must be initialised; OUT: it wrote them.  A null pointer or a size of 0
 * means none.
 */
void kmsan_hook_in(const void *ptr, size_t size, struct kmsan_hook hook);
void kmsan_hook_in_string(const char *s, struct kmsan_hook hook);
void kmsan_hook_in_wide(const wchar_t *s, struct kmsan_hook hook);
void kmsan_hook_out_string(const char *s);
void kmsan_hook_out_wide(const wchar_t *s);
void kmsan_hook_move(const void *dst, const void *src, size_t size);

/*
 * The memory that an iovec describes, and the first @size bytes of it.
 * Functions that hooks call to check more than one range pass a @frame.
 */
struct iovec;
void kmsan_check_vector(const struct iovec *vector, long nr,
			const struct kmsan_frame *frame,
			struct kmsan_hook hook);
void kmsan_hook_in_vector(const struct iovec *vector, long nr,
			  struct kmsan_hook hook);
void kmsan_hook_out_vector(const struct iovec *vector, long nr, ssize_t size);
/* An address of a socket, as far as its family gives the bytes a meaning. */
void kmsan_check_address(const void *address, socklen_t length,
			 const struct kmsan_frame *frame,
			 struct kmsan_hook hook);
void kmsan_hook_in_address(const void *address, socklen_t length,
			   struct kmsan_hook hook);
void kmsan_hook_out_address(void *address, const socklen_t *length,
			    socklen_t room);

static inline void kmsan_hook_out(const void *ptr, size_t size)
{
	if (ptr && size)
		kmsan_internal_unpoison(ptr, size);
}

#define UNPAREN(...) __VA_ARGS__
#define NOTHING
#define IN(ptr, size) kmsan_hook_in(ptr, size, hook);
#define IN_VAR(ptr) kmsan_hook_in(ptr, sizeof(*(ptr)), hook);
#define IN_STR(s) kmsan_hook_in_string(s, hook);
#define IN_WCS(s) kmsan_hook_in_wide(s, hook);
#define OUT(ptr, size) kmsan_hook_out(ptr, size);
#define OUT_VAR(ptr) kmsan_hook_out(ptr, sizeof(*(ptr)));
#define OUT_STR(s) kmsan_hook_out_string(s);
#define OUT_WCS(s) kmsan_hook_out_wide(s);
#define IF(condition, what)                                                    \
	if (condition) {                                                       \
		what                                                           \
	}
/* A field decides whether the rest matters only if it is initialised itself. */
#define KNOWN(ptr) (kmsan_first_poisoned(ptr, sizeof(*(ptr))) == sizeof(*(ptr)))
#define IN_VECTOR(vector, nr) kmsan_hook_in_vector(vector, nr, hook);
#define OUT_VECTOR(vector, nr) kmsan_hook_out_vector(vector, nr, ret);
#define IN_ADDRESS(address, length)                                            \
	kmsan_hook_in_address(address, length, hook);
/* Its length is read before the call, when it says how much room there is. */
#define ROOM(length)                                                           \
	IN_VAR(length)                                                         \
	socklen_t room = (length) ? *(length) : 0;
#define OUT_ADDRESS(address, length)                                           \
	kmsan_hook_out_address(address, length, room);
/* Around calls back into the program, see kmsan_forget_call(). */
#define CALLS_BACK kmsan_forget_call();

/*
 * HOOK() is a row of a table: type of the function, name, parameters and
 * arguments, then what it reads and what it writes, the latter in terms of its
 * result, "ret".  HOOK_VOID() is for functions without one.
 */
#define HOOK(type, name, params, args, before, after)                          \
	KMSAN_HOOK(type, name, params)                                         \
	{                                                                      \
		struct kmsan_hook hook = KMSAN_THIS_HOOK;                      \
		type ret;                                                      \
                                                                               \
		if (hook.kind == KMSAN_CALLER_RUNTIME)                         \
			return KMSAN_REAL(name) args;                          \
		before ret = KMSAN_REAL(name) args;                            \
		after return ret;                                              \
	}

#define HOOK_VOID(name, params, args, before, after)                           \
	KMSAN_HOOK(void, name, params)                                         \
	{                                                                      \
		struct kmsan_hook hook = KMSAN_THIS_HOOK;                      \
                                                                               \
		if (hook.kind == KMSAN_CALLER_RUNTIME) {                       \
			KMSAN_REAL(name) args;                                 \
			return;                                                \
		}                                                              \
		before KMSAN_REAL(name) args;                                  \
		after                                                          \
	}

/*
 * The other names of a function are derived from its row.  ALSO() is for one
 * that is the very same function: NAME64, as file offsets have 64 bits here
 * anyway, and __NAME.  Its symbol has a size of 1, so that reports use the
 * first name.
 */
#define ALSO(name, other)                                                      \
	__asm__(".weak " #other "\n\t"                                         \
		".set " #other ", " #name "\n\t"                               \
		".size " #other ", 1");

#define HOOK_64(type, name, params, args, before, after)                       \
	HOOK(type, name, params, args, before, after)                          \
	ALSO(name, name##64)

/* What _FORTIFY_SOURCE calls: the same, with the size of the destination. */
#define HOOK_CHK(type, name, params, args, before, after)                      \
	HOOK(type, name, params, args, before, after)                          \
	HOOK(type, __##name##_chk, (UNPAREN params, size_t room),              \
	     (UNPAREN args, room), before, after)

/* The same in a locale that is passed. */
#define HOOK_L(type, name, params, args, before, after)                        \
	HOOK(type, name, params, args, before, after)                          \
	HOOK(type, name##_l, (UNPAREN params, void *locale),                   \
	     (UNPAREN args, locale), before, after)                            \
	ALSO(name##_l, __##name##_l)

/**
 * kmsan_forget_call() - forget what a call left in the context state
 *
 * The C library calls back functions of the program without passing shadow for
 * their arguments, and takes their results without reading the shadow.  Shadow
 * from earlier calls must not be mistaken for theirs.
 */
static inline void kmsan_forget_call(void)
{
	struct kmsan_context_state *cstate = kmsan_cstate();

	/* Callbacks have few arguments, and no result beyond two registers. */
	kmsan_raw_memset(cstate->param_tls, 0, 64);
	kmsan_raw_memset(cstate->retval_tls, 0, 16);
}

#pragma GCC visibility pop

#endif /* KMSAN_INTERCEPT_H */
