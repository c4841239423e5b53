/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * kmsan-abi.h - the contract between instrumented code and the KMSAN runtime.
 *
 * This is the one place where the ABI is written down.  The GCC plugin and the
 * user-space runtime include it; Clang's -fsanitize=kernel-memory emits the
 * same.  Nothing here depends on a libc.
 *
 * Shadow is bit for bit: a set bit is an uninitialised bit.  Origins are one
 * 32-bit handle for each naturally aligned group of four bytes.
 */
#ifndef KMSAN_ABI_H
#define KMSAN_ABI_H

/* Bytes of shadow that travel for arguments, results and variadic arguments. */
#define KMSAN_PARAM_SIZE 800
#define KMSAN_RETVAL_SIZE 800

/* Every argument starts at a multiple of this many bytes in the shadow. */
#define KMSAN_SLOT_SIZE 8

/* Bytes of memory that share one origin. */
#define KMSAN_ORIGIN_SIZE 4

/*
 * The x86-64 psABI register save area (section 3.5.7): six general-purpose
 * registers of 8 bytes, eight SSE registers of 16.
 */
#define KMSAN_VA_GP_END 48
#define KMSAN_VA_FP_END 176

/*
 * A getter may hand out a dummy page for an address without metadata, so one
 * request never spans more bytes than this.
 */
#define KMSAN_MAX_GETTER_SIZE 4096

/*
 * Metadata is contiguous at least within a page of this size, and either all of
 * a page has it or nothing.
 */
#define KMSAN_META_PAGE 4096

/*
 * Metadata at a fixed distance.  A runtime that promises it has the shadow of
 * every address that compiled code touches at the address plus
 * KMSAN_*_SHADOW_DISTANCE, and its origin at the aligned address plus
 * KMSAN_*_ORIGIN_DISTANCE; getters answer the same.  The odd megabytes make a
 * value and its metadata differ in the address bits by which processors predict
 * the way of a cache.
 */
#define KMSAN_USER_SHADOW_DISTANCE (-(14LL << 40) - (2LL << 20))
#define KMSAN_USER_ORIGIN_DISTANCE (-(57LL << 40) - (4LL << 20))
/* A common symbol of each object file that relies on it, for the runtime. */
#define KMSAN_AT_DISTANCE "__msan_at_distance"
#define KMSAN_KERNEL_SHADOW_DISTANCE (-(8LL << 40) - (2LL << 20))
#define KMSAN_KERNEL_ORIGIN_DISTANCE (-(16LL << 40) - (4LL << 20))
/*
 * A runtime of user space that promises it also has the context state in a
 * thread-local variable of this name, of the initial-exec model.
 */
#define KMSAN_THREAD_STATE "__msan_context_state"

/**
 * struct kmsan_context_state - metadata of values that cross a call
 * @param_tls: shadow of the arguments, each at the running sum of the sizes
 *	of those before it, rounded up to KMSAN_SLOT_SIZE
 * @retval_tls: shadow of the returned value, in its memory layout
 * @va_arg_tls: shadow of the variadic arguments, laid out like the register
 *	save area followed by the overflow area
 * @va_arg_origin_tls: their origins, at the same offsets
 * @va_arg_overflow_size_tls: bytes used in the overflow part
 * @param_origin_tls: origins of the arguments, at the offsets of @param_tls
 * @retval_origin_tls: origin of the returned value
 * @call_tag_tls: address of the function that param_tls and va_arg_tls are
 *	meant for; 0 for none.  Only code compiled with call tags uses it: a
 *	caller stores it before the shadow, the callee clears it after its
 *	loads.  Clang does not know it, which is why it comes last.
 *
 * The runtime keeps one for each context (task, interrupted CPU, thread) and
 * returns its address from __msan_get_context_state().
 */
struct kmsan_context_state {
	unsigned char param_tls[KMSAN_PARAM_SIZE];
	unsigned char retval_tls[KMSAN_RETVAL_SIZE];
	unsigned char va_arg_tls[KMSAN_PARAM_SIZE];
	unsigned char va_arg_origin_tls[KMSAN_PARAM_SIZE];
	unsigned long long va_arg_overflow_size_tls;
	unsigned char param_origin_tls[KMSAN_PARAM_SIZE];
	unsigned int retval_origin_tls;
	unsigned long long call_tag_tls;
};

/**
 * struct kmsan_metadata_ptr - what a metadata getter returns, in RAX:RDX
 * @shadow: address of the shadow of the first byte asked for
 * @origin: address of the origin of the aligned group that holds that byte
 */
struct kmsan_metadata_ptr {
	void *shadow;
	unsigned int *origin;
};

/*
 * The runtime's entry points: KMSAN_ABI_GETTERS lists the sized metadata
 * getters as X(direction, bytes); KMSAN_ABI_ENTRY_POINTS the others as
 * X(identifier, return type, parameter types).
 */
#define KMSAN_ABI_GETTERS(X) \
	X(load, 1)           \
	X(load, 2)           \
	X(load, 4)           \
	X(load, 8)           \
	X(store, 1)          \
	X(store, 2)          \
	X(store, 4)          \
	X(store, 8)

#define KMSAN_ABI_ENTRY_POINTS(X)                                              \
	X(get_context_state, struct kmsan_context_state *, (void))             \
	X(metadata_ptr_for_load_n, struct kmsan_metadata_ptr,                  \
	  (void *, __UINTPTR_TYPE__))                                          \
	X(metadata_ptr_for_store_n, struct kmsan_metadata_ptr,                 \
	  (void *, __UINTPTR_TYPE__))                                          \
	X(chain_origin, unsigned int, (unsigned int))                          \
	X(warning, void, (unsigned int))                                       \
	X(poison_alloca, void, (void *, __UINTPTR_TYPE__, char *))             \
	X(unpoison_alloca, void, (void *, __UINTPTR_TYPE__))                   \
	X(instrument_asm_store, void, (void *, __UINTPTR_TYPE__))              \
	X(memcpy, void *, (void *, const void *, __UINTPTR_TYPE__))            \
	X(memmove, void *, (void *, const void *, __UINTPTR_TYPE__))           \
	X(memset, void *, (void *, int, __UINTPTR_TYPE__))                     \
	X(caller_frame_end, void *, (void))

/*
 * Entry points that only a runtime has that lays metadata out at a fixed
 * distance.  They take the address of memory where others take its origin, so
 * that code that runs only for poisoned values need not find the origin.
 */
#define KMSAN_ABI_AT_DISTANCE(X)                                      \
	X(warning_at, void, (const void *))                           \
	X(store_origin, void, (void *, __UINTPTR_TYPE__, unsigned int)) \
	X(copy_origin, void, (void *, __UINTPTR_TYPE__, const void *))

/*
 * These, and all of KMSAN_ABI_GETTERS, also exist as NAME_keep, which changes
 * no general register but those of its result.  Functions that look at their
 * caller do not.
 */
#define KMSAN_ABI_KEEPING(X)        \
	X(get_context_state)        \
	X(metadata_ptr_for_load_n)  \
	X(metadata_ptr_for_store_n) \
	X(chain_origin)             \
	X(warning)                  \
	X(instrument_asm_store)     \
	X(warning_at)               \
	X(store_origin)             \
	X(copy_origin)

#endif /* KMSAN_ABI_H */
