// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * heap.c - malloc() and its family.
 *
 * Memory is poisoned when it is allocated and again when it is freed, then with
 * an origin that makes reports say "use-after-free".  The allocator is the C
 * library's own.
 */
#include <errno.h>
#include <malloc.h>

#include "intercept.h"

/* The C library's allocator, by names that are not intercepted. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t nr, size_t size);
void *__libc_realloc(void *ptr, size_t size);
void *__libc_memalign(size_t align, size_t size);
void __libc_free(void *ptr);

#define CALLER __builtin_return_address(0)

/* The whole block: programs may use what malloc_usable_size() says. */
static size_t usable_size(void *ptr)
{
	return malloc_usable_size(ptr);
}

/* The allocator's own mark for a block that is a separate mapping. */
static bool is_mapping(void *ptr)
{
	return ((size_t *)ptr)[-1] & 2;
}

/* Set the state of memory that was just allocated, from @offset on. */
static noinline void allocated(char *ptr, size_t offset, const void *caller)
{
	size_t size = ptr ? usable_size(ptr) : 0;

	if (offset >= size)
		return;
	if (kmsan_options.poison_heap &&
	    kmsan_caller(caller) == KMSAN_CALLER_INSTRUMENTED)
		kmsan_internal_poison(ptr + offset, size - offset, KMSAN_FRAME,
				      false);
	else
		kmsan_internal_unpoison(ptr + offset, size - offset);
}

/*
 * Poison memory that is about to be freed.  A block that is going to be
 * unmapped is not poisoned: the C library may map anything in its place unseen.
 */
static noinline void freeing(void *ptr)
{
	size_t size = usable_size(ptr);

	if (!kmsan_ready)
		return;
	if (is_mapping(ptr) || !kmsan_options.poison_heap)
		kmsan_internal_unpoison(ptr, size);
	else
		kmsan_internal_poison(ptr, size, KMSAN_FRAME, true);
}

KMSAN_DECLARE_HOOK(void *, malloc, (size_t size));
KMSAN_DECLARE_HOOK(void *, calloc, (size_t nr, size_t size));
KMSAN_DECLARE_HOOK(void *, realloc, (void *ptr, size_t size));
KMSAN_DECLARE_HOOK(void *, reallocarray, (void *ptr, size_t nr, size_t size));
KMSAN_DECLARE_HOOK(void, free, (void *ptr));

void *kmsan_hook_malloc(size_t size)
{
	void *ptr;

	if (kmsan_in_runtime())
		return kmsan_arena_alloc(size, 1);
	ptr = __libc_malloc(size);
	allocated(ptr, 0, CALLER);
	return ptr;
}

void *kmsan_hook_calloc(size_t nr, size_t size)
{
	void *ptr;

	if (kmsan_in_runtime())
		return __builtin_mul_overflow(nr, size, &size)
			       ? NULL
			       : kmsan_arena_alloc(size, 1);
	ptr = __libc_calloc(nr, size);
	if (ptr)
		kmsan_internal_unpoison(ptr, usable_size(ptr));
	return ptr;
}

void kmsan_hook_free(void *ptr)
{
	if (!ptr)
		return;
	if (kmsan_arena_owns(ptr)) {
		kmsan_arena_free(ptr);
		return;
	}
	freeing(ptr);
	__libc_free(ptr);
}

static void *arena_realloc(void *ptr, size_t size)
{
	void *copy = kmsan_arena_alloc(size, 1);
	size_t old = ptr ? kmsan_arena_size(ptr) : 0;

	if (!copy)
		return NULL;
	if (ptr) {
		kmsan_raw_memcpy(copy, ptr, old < size ? old : size);
		kmsan_arena_free(ptr);
	}
	return copy;
}

/*
 * The library's realloc() frees the old block before we could save its
 * metadata, so a block that cannot stay is moved here.
 */
void *kmsan_hook_realloc(void *ptr, size_t size)
{
	size_t old;
	void *copy;

	if (kmsan_arena_owns(ptr) || (!ptr && kmsan_in_runtime()))
		return arena_realloc(ptr, size);
	if (!ptr || !size) {
		if (ptr)
			freeing(ptr);
		copy = __libc_realloc(ptr, size);
		allocated(copy, 0, CALLER);
		return copy;
	}
	old = usable_size(ptr);
	if (size <= old && size >= old / 2) {
		/* The rest may be grown into again, as new memory. */
		allocated(ptr, size, CALLER);
		return ptr;
	}
	copy = __libc_malloc(size);
	if (!copy)
		return NULL;
	if (old > size)
		old = size;
	allocated(copy, old, CALLER);
	kmsan_raw_memcpy(copy, ptr, old);
	kmsan_internal_memmove(copy, ptr, old, NULL);
	freeing(ptr);
	__libc_free(ptr);
	return copy;
}

void *kmsan_hook_reallocarray(void *ptr, size_t nr, size_t size)
{
	if (__builtin_mul_overflow(nr, size, &size)) {
		errno = ENOMEM;
		return NULL;
	}
	/* A tail call, so that realloc() sees who called. */
	return kmsan_hook_realloc(ptr, size);
}

/*
 * X(name, parameters, size that is asked for, alignment)
 *
 * Aligned allocations that return a pointer or NULL.
 */
#define ALIGNED_ALLOCATIONS(X)                                                 \
	X(memalign, (size_t align, size_t size), size, align)                  \
	X(aligned_alloc, (size_t align, size_t size), size, align)             \
	X(valloc, (size_t size), size, KMSAN_PAGE_SIZE)                        \
	X(pvalloc, (size_t size), ALIGN_UP(size, KMSAN_PAGE_SIZE),             \
	  KMSAN_PAGE_SIZE)

#define ALIGNED_HOOK(name, params, bytes, alignment)                           \
	KMSAN_DECLARE_HOOK(void *, name, params);                              \
	void *kmsan_hook_##name params                                         \
	{                                                                      \
		void *ptr;                                                     \
                                                                               \
		if (kmsan_in_runtime())                                        \
			return kmsan_arena_alloc(bytes, alignment);            \
		ptr = __libc_memalign(alignment, bytes);                       \
		allocated(ptr, 0, CALLER);                                     \
		return ptr;                                                    \
	}
ALIGNED_ALLOCATIONS(ALIGNED_HOOK)

KMSAN_DECLARE_HOOK(int, posix_memalign,
		   (void **result, size_t align, size_t size));

int kmsan_hook_posix_memalign(void **result, size_t align, size_t size)
{
	void *ptr;

	if (align % sizeof(void *) || !align || align & (align - 1))
		return EINVAL;
	if (kmsan_in_runtime()) {
		*result = kmsan_arena_alloc(size, align);
		return *result ? 0 : ENOMEM;
	}
	ptr = __libc_memalign(align, size);
	if (!ptr)
		return ENOMEM;
	allocated(ptr, 0, CALLER);
	*result = ptr;
	kmsan_internal_unpoison(result, sizeof(*result));
	return 0;
}

/* kmsan-g++ defines it: libstdc++ may fill what operator new returns. */
extern const char __kmsan_plain_new __attribute__((weak));

static noinline void allocated_new(void *ptr, const void *caller)
{
	if (!&__kmsan_plain_new)
		allocated(ptr, 0, caller);
	else
		kmsan_internal_unpoison(ptr, usable_size(ptr));
}

/*
 * C++'s operator new calls malloc() from libstdc++, which is not instrumented;
 * intercepting the operators shows which code really allocates.  Throwing, when
 * there is no memory, is left to the originals.
 *
 * X(mangled name, parameters, arguments, alignment)
 */
#define OPERATORS_NEW(X)                                                       \
	X(_Znwm, (size_t size), (size), 1)                                     \
	X(_Znam, (size_t size), (size), 1)                                     \
	X(_ZnwmRKSt9nothrow_t, (size_t size, const void *tag), (size, tag), 1) \
	X(_ZnamRKSt9nothrow_t, (size_t size, const void *tag), (size, tag), 1) \
	X(_ZnwmSt11align_val_t, (size_t size, size_t align), (size, align),    \
	  align)                                                               \
	X(_ZnamSt11align_val_t, (size_t size, size_t align), (size, align),    \
	  align)                                                               \
	X(_ZnwmSt11align_val_tRKSt9nothrow_t,                                  \
	  (size_t size, size_t align, const void *tag), (size, align, tag),    \
	  align)                                                               \
	X(_ZnamSt11align_val_tRKSt9nothrow_t,                                  \
	  (size_t size, size_t align, const void *tag), (size, align, tag),    \
	  align)

#define OPERATOR_HOOK(name, params, args, alignment)                           \
	KMSAN_HOOK(void *, name, params)                                       \
	{                                                                      \
		void *ptr = (alignment) > 16                                   \
				    ? __libc_memalign(alignment, size)         \
				    : __libc_malloc(size);                     \
                                                                               \
		if (!ptr)                                                      \
			return KMSAN_REAL(name) args;                          \
		allocated_new(ptr, CALLER);                                    \
		return ptr;                                                    \
	}
OPERATORS_NEW(OPERATOR_HOOK)
