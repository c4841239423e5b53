// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * keep.c - entry points that keep the caller's registers.
 *
 * Most of them are in keep_entries.h, which the kernel's runtime uses too.
 * They change no general register but RAX and RDX, and those only for their
 * result.
 */
/* The compiler asks for this here; what is called may use all registers. */
#pragma GCC target("general-regs-only")

#include "layout.h"
#include "platform.h"

#define KMSAN_KEEP KMSAN_EXPORT __attribute__((no_caller_saved_registers))
#define KMSAN_KEEP_SLOW                                                        \
	static noinline __attribute__((no_caller_saved_registers))
#define KMSAN_KEEP_PTR struct kmsan_metadata_ptr

/* KMSAN_KEEP exports it already. */
#define EXPORT_SYMBOL(name) extern __typeof__(name) name

#define keep_find(addr, size, ptr)                                             \
	((void)(size), kmsan_known_metadata(addr, ptr))
#define keep_load(addr, size) slow_load(addr)
#define keep_store(addr, size) slow_store(addr)
#define keep_context kmsan_cstate
#define keep_chain(origin) kmsan_stored(origin, KMSAN_FRAME)
#define keep_warn(origin) kmsan_used(origin, KMSAN_FRAME)
#define keep_asm_store kmsan_asm_store

KMSAN_KEEP_SLOW unsigned __int128 slow_load(void *addr);
KMSAN_KEEP_SLOW unsigned __int128 slow_store(void *addr);

#include "keep_entries.h"

KMSAN_KEEP_SLOW unsigned __int128 slow_load(void *addr)
{
	return pair_of(kmsan_metadata_slow((uintptr_t)addr, false));
}

KMSAN_KEEP_SLOW unsigned __int128 slow_store(void *addr)
{
	return pair_of(kmsan_metadata_slow((uintptr_t)addr, true));
}

/**
 * __msan_warning_at_keep() - __msan_warning_at()
 * @addr: a byte of memory that the poison comes from
 */
KMSAN_KEEP void __msan_warning_at_keep(const void *addr);
KMSAN_KEEP void __msan_warning_at_keep(const void *addr)
{
	kmsan_used(kmsan_origin_at(addr), KMSAN_FRAME);
}

/**
 * __msan_store_origin_keep() - __msan_store_origin()
 * @addr: destination
 * @size: its size in bytes
 * @origin: origin of the value
 */
KMSAN_KEEP void __msan_store_origin_keep(void *addr, uintptr_t size,
					 unsigned int origin);
KMSAN_KEEP void __msan_store_origin_keep(void *addr, uintptr_t size,
					 unsigned int origin)
{
	kmsan_stored_to(addr, size, origin, KMSAN_FRAME);
}

/**
 * __msan_copy_origin_keep() - __msan_copy_origin()
 * @addr: destination
 * @size: size of the value in bytes
 * @from: a byte of memory that the poison comes from
 */
KMSAN_KEEP void __msan_copy_origin_keep(void *addr, uintptr_t size,
					const void *from);
KMSAN_KEEP void __msan_copy_origin_keep(void *addr, uintptr_t size,
					const void *from)
{
	kmsan_stored_to(addr, size, kmsan_origin_at(from), KMSAN_FRAME);
}
