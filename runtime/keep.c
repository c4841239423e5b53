// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * keep.c - entry points that keep the caller's registers.
 *
 * The plugin's keep-registers argument calls these instead of those without
 * _keep in their names, which do the same.  They change no general register but
 * RAX and RDX, and those only for their result.  What is frequent is done with
 * few registers; what is rare calls a function that saves them all, so that the
 * frequent need not.
 */
/* The compiler asks for this here; what is called may use all registers. */
#pragma GCC target("general-regs-only")

#include "layout.h"
#include "platform.h"

#define KMSAN_KEEP __attribute__((no_caller_saved_registers))

/* As much as two pointers, but known to be in RAX and RDX. */
typedef unsigned __int128 kmsan_pair;

static inline kmsan_pair pair_of(struct kmsan_metadata_ptr ptr)
{
	return (uintptr_t)ptr.shadow | (kmsan_pair)(uintptr_t)ptr.origin << 64;
}

static noinline KMSAN_KEEP kmsan_pair slow_load(void *addr)
{
	return pair_of(kmsan_metadata_slow((uintptr_t)addr, false));
}

static noinline KMSAN_KEEP kmsan_pair slow_store(void *addr)
{
	return pair_of(kmsan_metadata_slow((uintptr_t)addr, true));
}

#define KMSAN_KEEP_GETTER(direction, size, ...)                                \
	KMSAN_EXPORT KMSAN_KEEP kmsan_pair                                     \
		__msan_metadata_ptr_for_##direction##_##size##_keep(           \
			void *addr, ##__VA_ARGS__);                            \
	KMSAN_KEEP kmsan_pair                                                  \
		__msan_metadata_ptr_for_##direction##_##size##_keep(           \
			void *addr, ##__VA_ARGS__)                             \
	{                                                                      \
		struct kmsan_metadata_ptr ptr;                                 \
									       \
		if (likely(kmsan_known_metadata(addr, &ptr)))                  \
			return pair_of(ptr);                                   \
		return slow_##direction(addr);                                 \
	}
#define KMSAN_KEEP_SIZED(direction, size) KMSAN_KEEP_GETTER(direction, size)
KMSAN_ABI_GETTERS(KMSAN_KEEP_SIZED)
KMSAN_KEEP_GETTER(load, n, __attribute__((unused)) uintptr_t size)
KMSAN_KEEP_GETTER(store, n, __attribute__((unused)) uintptr_t size)

/**
 * __msan_get_context_state_keep() - __msan_get_context_state()
 */
KMSAN_EXPORT KMSAN_KEEP struct kmsan_context_state *
__msan_get_context_state_keep(void);
KMSAN_KEEP struct kmsan_context_state *__msan_get_context_state_keep(void)
{
	return kmsan_cstate();
}

/**
 * __msan_chain_origin_keep() - __msan_chain_origin()
 * @origin: origin of the value
 */
KMSAN_EXPORT KMSAN_KEEP unsigned int
__msan_chain_origin_keep(unsigned int origin);
KMSAN_KEEP unsigned int __msan_chain_origin_keep(unsigned int origin)
{
	return kmsan_stored(origin, KMSAN_FRAME);
}

/**
 * __msan_warning_keep() - __msan_warning()
 * @origin: origin of the value
 */
KMSAN_EXPORT KMSAN_KEEP void __msan_warning_keep(unsigned int origin);
KMSAN_KEEP void __msan_warning_keep(unsigned int origin)
{
	kmsan_used(origin, KMSAN_FRAME);
}

/**
 * __msan_warning_at_keep() - __msan_warning_at()
 * @addr: a byte of memory that the poison comes from
 */
KMSAN_EXPORT KMSAN_KEEP void __msan_warning_at_keep(const void *addr);
KMSAN_KEEP void __msan_warning_at_keep(const void *addr)
{
	kmsan_used(kmsan_origin_at(addr), KMSAN_FRAME);
}

/**
 * __msan_store_origin_keep() - __msan_store_origin()
 * @addr: where to
 * @size: its size in bytes
 * @origin: origin of the value
 */
KMSAN_EXPORT KMSAN_KEEP void
__msan_store_origin_keep(void *addr, uintptr_t size, unsigned int origin);
KMSAN_KEEP void __msan_store_origin_keep(void *addr, uintptr_t size,
					 unsigned int origin)
{
	kmsan_stored_to(addr, size, origin, KMSAN_FRAME);
}

/**
 * __msan_copy_origin_keep() - __msan_copy_origin()
 * @addr: where to
 * @size: size of the value in bytes
 * @from: a byte of memory that the poison comes from
 */
KMSAN_EXPORT KMSAN_KEEP void
__msan_copy_origin_keep(void *addr, uintptr_t size, const void *from);
KMSAN_KEEP void __msan_copy_origin_keep(void *addr, uintptr_t size,
					const void *from)
{
	kmsan_stored_to(addr, size, kmsan_origin_at(from), KMSAN_FRAME);
}

/**
 * __msan_instrument_asm_store_keep() - __msan_instrument_asm_store()
 * @addr: the operand
 * @size: its size
 */
KMSAN_EXPORT KMSAN_KEEP void __msan_instrument_asm_store_keep(void *addr,
							      uintptr_t size);
KMSAN_KEEP void __msan_instrument_asm_store_keep(void *addr, uintptr_t size)
{
	kmsan_asm_store(addr, size);
}
