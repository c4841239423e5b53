// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * instrumentation.c - the compiler's calls: the entry points of kmsan-abi.h.
 *
 * Code compiled by GCC with the plugin or by Clang with
 * -fsanitize=kernel-memory calls these, from any context.
 */
#include "layout.h"
#include "platform.h"

#define KMSAN_DECLARE(name, type, params)                                      \
	KMSAN_EXPORT type __msan_##name params;
KMSAN_ABI_ENTRY_POINTS(KMSAN_DECLARE)
KMSAN_ABI_AT_DISTANCE(KMSAN_DECLARE)
#undef KMSAN_DECLARE

/*
 * The metadata getters.  The compiler may treat them as constant functions and
 * call them ahead of time, for addresses that will never be accessed.
 */
#define KMSAN_GETTER(direction, size)                                          \
	KMSAN_EXPORT struct kmsan_metadata_ptr                                 \
		__msan_metadata_ptr_for_##direction##_##size(void *addr);      \
	struct kmsan_metadata_ptr                                              \
		__msan_metadata_ptr_for_##direction##_##size(void *addr)       \
	{                                                                      \
		return kmsan_metadata(addr, KMSAN_IS_##direction);             \
	}
#define KMSAN_IS_load false
#define KMSAN_IS_store true
KMSAN_ABI_GETTERS(KMSAN_GETTER)
#undef KMSAN_GETTER

/**
 * __msan_metadata_ptr_for_load_n() - metadata to read, for any size
 * @addr: start of the range
 * @size: its length, at most KMSAN_MAX_GETTER_SIZE
 */
struct kmsan_metadata_ptr __msan_metadata_ptr_for_load_n(void *addr,
							 uintptr_t size)
{
	(void)size;
	return kmsan_metadata(addr, false);
}

/**
 * __msan_metadata_ptr_for_store_n() - metadata to write, for any size
 * @addr: start of the range
 * @size: its length, at most KMSAN_MAX_GETTER_SIZE
 */
struct kmsan_metadata_ptr __msan_metadata_ptr_for_store_n(void *addr,
							  uintptr_t size)
{
	(void)size;
	return kmsan_metadata(addr, true);
}

/**
 * __msan_get_context_state() - context state of the current context
 */
struct kmsan_context_state *__msan_get_context_state(void)
{
	return kmsan_cstate();
}

kmsan_origin_t kmsan_stored(kmsan_origin_t origin,
			    const struct kmsan_frame *frame)
{
	if (!kmsan_ready || kmsan_in_runtime())
		return origin;
	return kmsan_internal_chain(origin, frame);
}

/**
 * __msan_chain_origin() - note that a poisoned value is stored to memory
 * @origin: origin of the value
 *
 * Return: the origin to store along with it.
 */
unsigned int __msan_chain_origin(unsigned int origin)
{
	return kmsan_stored(origin, KMSAN_FRAME);
}

/* Each group of four that holds one of the bytes gets the origin. */
void kmsan_stored_to(const void *addr, size_t size, kmsan_origin_t origin,
		     const struct kmsan_frame *frame)
{
	size_t skip = (uintptr_t)addr % KMSAN_ORIGIN_SIZE;
	kmsan_origin_t *slot;

	if (!kmsan_shadow(addr, size))
		return;
	slot = kmsan_origin_slot(addr);
	origin = kmsan_stored(origin, frame);
	for (size_t done = 0; done < skip + size; done += KMSAN_ORIGIN_SIZE)
		*slot++ = origin;
}

/**
 * __msan_store_origin() - a poisoned value is stored: give memory its origin
 * @addr: destination
 * @size: its size in bytes
 * @origin: origin of the value
 */
void __msan_store_origin(void *addr, uintptr_t size, unsigned int origin)
{
	kmsan_stored_to(addr, size, origin, KMSAN_FRAME);
}

/**
 * __msan_copy_origin() - the same, with an origin that memory holds
 * @addr: destination
 * @size: size of the value in bytes
 * @from: a byte of memory that the poison comes from
 */
void __msan_copy_origin(void *addr, uintptr_t size, const void *from)
{
	kmsan_stored_to(addr, size, kmsan_origin_at(from), KMSAN_FRAME);
}

void kmsan_used(kmsan_origin_t origin, const struct kmsan_frame *frame)
{
	struct kmsan_report report = {
		.origin = origin,
		.frame = frame,
	};

	if (kmsan_ready && !kmsan_in_runtime())
		kmsan_report(&report);
}

/**
 * __msan_warning() - a poisoned value was used
 * @origin: its origin
 */
void __msan_warning(unsigned int origin)
{
	kmsan_used(origin, KMSAN_FRAME);
}

/**
 * __msan_warning_at() - a poisoned value was used whose origin memory holds
 * @addr: a byte of memory that the poison comes from
 */
void __msan_warning_at(const void *addr)
{
	kmsan_used(kmsan_origin_at(addr), KMSAN_FRAME);
}

/**
 * __msan_poison_alloca() - a local variable begins to live
 * @addr: the variable
 * @size: its size
 * @descr: its name, in the compiler's form
 */
void __msan_poison_alloca(void *addr, uintptr_t size, char *descr)
{
	const struct kmsan_frame *frame = KMSAN_FRAME;

	if (unlikely(!kmsan_ready))
		kmsan_init();
	if (!size || kmsan_in_runtime())
		return;
	/* The function that has the variable, and who called it. */
	kmsan_set_shadow_origin(
		addr, size, 0xff,
		kmsan_depot_save_local(descr, frame->pc,
				       kmsan_unwind_caller(frame)));
}

/**
 * __msan_unpoison_alloca() - a local variable is initialised by other means
 * @addr: the variable
 * @size: its size
 */
void __msan_unpoison_alloca(void *addr, uintptr_t size)
{
	kmsan_internal_unpoison(addr, size);
}

/*
 * The operand's type says how much may be written.  Assembly that takes a
 * pointer to a huge type rarely means all of it, so such sizes are not trusted;
 * the kernel's runtime has the same limit.
 */
void kmsan_asm_store(void *addr, size_t size)
{
	kmsan_internal_unpoison(addr, size > 512 ? 8 : size);
}

/**
 * __msan_instrument_asm_store() - inline assembly is about to write memory
 * @addr: its operand
 * @size: size of that
 */
void __msan_instrument_asm_store(void *addr, uintptr_t size)
{
	kmsan_asm_store(addr, size);
}

/**
 * __msan_caller_frame_end() - where the frame of the caller's caller ends
 *
 * For a variadic function that does not know how many arguments are on the
 * stack: they cannot be beyond that.
 */
void *__msan_caller_frame_end(void)
{
	return (void *)kmsan_unwind_end(KMSAN_FRAME, 2);
}

/*
 * Programs may also call the memory functions below by name.  The result is
 * their first argument, so it takes over the argument's shadow.
 */
static void kmsan_return_param0(void)
{
	typedef u64 __attribute__((may_alias)) word;
	struct kmsan_context_state *cstate = kmsan_cstate();

	*(word *)cstate->retval_tls = *(word *)cstate->param_tls;
	cstate->retval_origin_tls =
		*(u32 __attribute__((may_alias)) *)cstate->param_origin_tls;
}

/**
 * __msan_memcpy() - memcpy() with metadata
 * @dst: destination
 * @src: source
 * @size: how many bytes
 */
void *__msan_memcpy(void *dst, const void *src, uintptr_t size)
{
	kmsan_internal_memmove(dst, src, size, KMSAN_FRAME);
	kmsan_raw_memcpy(dst, src, size);
	kmsan_return_param0();
	return dst;
}

/**
 * __msan_memmove() - memmove() with metadata
 * @dst: destination
 * @src: source
 * @size: how many bytes
 */
void *__msan_memmove(void *dst, const void *src, uintptr_t size)
{
	kmsan_internal_memmove(dst, src, size, KMSAN_FRAME);
	kmsan_raw_memmove(dst, src, size);
	kmsan_return_param0();
	return dst;
}

/**
 * __msan_memset() - memset() with metadata
 * @dst: destination
 * @value: what to fill in; the ABI has no shadow for it, so it counts as clean
 * @size: how many bytes
 */
void *__msan_memset(void *dst, int value, uintptr_t size)
{
	kmsan_internal_unpoison(dst, size);
	kmsan_raw_memset(dst, value, size);
	kmsan_return_param0();
	return dst;
}
