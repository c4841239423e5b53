// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * keep.c - entry points that keep the caller's registers.
 *
 * A call by the usual convention may change nine registers, so code with such a
 * call for almost every access to memory spends much of its size and time on
 * saving them.  The GCC plugin's -fplugin-arg-kmsan-keep-registers calls these
 * instead: they change no register but those of their result.  Each does what
 * the entry point without _keep in its name does.
 *
 * What is frequent is done here with few registers; what is rare is left to the
 * usual entry point, by way of a function that saves them all, so that the
 * frequent case need not.
 */
#include <linux/export.h>
#include <linux/linkage.h>

#include "kmsan.h"
#ifdef CONFIG_KMSAN_FAST_METADATA
#include <asm/kmsan_fast.h>
#else
#define kmsan_fast_shadow_origin_ptr(addr, size, ret) false
#endif

#define KMSAN_KEEP __attribute__((no_caller_saved_registers))

/* As much as a struct of two pointers, but known to be in RAX and RDX. */
typedef unsigned __int128 kmsan_pair;

/* The compiler calls these; nothing in the kernel declares them. */
struct shadow_origin_ptr __msan_metadata_ptr_for_load_n(void *addr,
							uintptr_t size);
struct shadow_origin_ptr __msan_metadata_ptr_for_store_n(void *addr,
							 uintptr_t size);
struct kmsan_context_state *__msan_get_context_state(void);
void __msan_instrument_asm_store(void *addr, uintptr_t size);
depot_stack_handle_t __msan_chain_origin(depot_stack_handle_t origin);
void __msan_warning(u32 origin);

static __always_inline kmsan_pair pair_of(struct shadow_origin_ptr ptr)
{
	return (unsigned long)ptr.shadow |
	       (kmsan_pair)(unsigned long)ptr.origin << BITS_PER_LONG;
}

KMSAN_KEEP kmsan_pair __msan_load_slow_keep(void *addr, uintptr_t size);
noinline KMSAN_KEEP kmsan_pair __msan_load_slow_keep(void *addr, uintptr_t size)
{
	return pair_of(__msan_metadata_ptr_for_load_n(addr, size));
}

KMSAN_KEEP kmsan_pair __msan_store_slow_keep(void *addr, uintptr_t size);
noinline KMSAN_KEEP kmsan_pair __msan_store_slow_keep(void *addr, uintptr_t size)
{
	return pair_of(__msan_metadata_ptr_for_store_n(addr, size));
}

static __always_inline kmsan_pair get_pair(void *addr, uintptr_t size,
					   bool store)
{
	struct shadow_origin_ptr ptr;

	if (likely(kmsan_fast_shadow_origin_ptr(addr, size, &ptr)))
		return pair_of(ptr);
	return store ? __msan_store_slow_keep(addr, size) :
		       __msan_load_slow_keep(addr, size);
}

#define KMSAN_KEEP_GETTER(dir, suffix, store, size, ...)                       \
	KMSAN_KEEP kmsan_pair                                                  \
		__msan_metadata_ptr_for_##dir##_##suffix##_keep(__VA_ARGS__);  \
	KMSAN_KEEP kmsan_pair                                                  \
		__msan_metadata_ptr_for_##dir##_##suffix##_keep(__VA_ARGS__)   \
	{                                                                      \
		return get_pair(addr, size, store);                            \
	}                                                                      \
	EXPORT_SYMBOL(__msan_metadata_ptr_for_##dir##_##suffix##_keep)

#define KMSAN_KEEP_GETTERS(dir, store)                                         \
	KMSAN_KEEP_GETTER(dir, 1, store, 1, void *addr);                       \
	KMSAN_KEEP_GETTER(dir, 2, store, 2, void *addr);                       \
	KMSAN_KEEP_GETTER(dir, 4, store, 4, void *addr);                       \
	KMSAN_KEEP_GETTER(dir, 8, store, 8, void *addr);                       \
	KMSAN_KEEP_GETTER(dir, n, store, size, void *addr, uintptr_t size)

KMSAN_KEEP_GETTERS(load, false);
KMSAN_KEEP_GETTERS(store, true);

KMSAN_KEEP struct kmsan_context_state *__msan_get_context_state_keep(void);
KMSAN_KEEP struct kmsan_context_state *__msan_get_context_state_keep(void)
{
	return &kmsan_get_context()->cstate;
}
EXPORT_SYMBOL(__msan_get_context_state_keep);

KMSAN_KEEP void __msan_instrument_asm_store_keep(void *addr, uintptr_t size);
KMSAN_KEEP void __msan_instrument_asm_store_keep(void *addr, uintptr_t size)
{
	__msan_instrument_asm_store(addr, size);
}
EXPORT_SYMBOL(__msan_instrument_asm_store_keep);

KMSAN_KEEP depot_stack_handle_t
__msan_chain_origin_keep(depot_stack_handle_t origin);
KMSAN_KEEP depot_stack_handle_t
__msan_chain_origin_keep(depot_stack_handle_t origin)
{
	return __msan_chain_origin(origin);
}
EXPORT_SYMBOL(__msan_chain_origin_keep);

KMSAN_KEEP void __msan_warning_keep(u32 origin);
KMSAN_KEEP void __msan_warning_keep(u32 origin)
{
	__msan_warning(origin);
}
EXPORT_SYMBOL(__msan_warning_keep);
