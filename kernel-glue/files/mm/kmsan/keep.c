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
#include "fast.h"
#include "keep.h"

static __always_inline unsigned __int128 pair_of(struct shadow_origin_ptr ptr)
{
	return (unsigned long)ptr.shadow |
	       (unsigned __int128)(unsigned long)ptr.origin << BITS_PER_LONG;
}

noinline KMSAN_KEEP unsigned __int128 __msan_load_slow_keep(void *addr,
							    uintptr_t size)
{
	return pair_of(__msan_metadata_ptr_for_load_n(addr, size));
}

noinline KMSAN_KEEP unsigned __int128 __msan_store_slow_keep(void *addr,
							     uintptr_t size)
{
	return pair_of(__msan_metadata_ptr_for_store_n(addr, size));
}

static __always_inline unsigned __int128
get_pair(void *addr, uintptr_t size, bool store)
{
	struct shadow_origin_ptr ptr;

	if (likely(kmsan_fast_shadow_origin_ptr(addr, size, &ptr)))
		return pair_of(ptr);
	return store ? __msan_store_slow_keep(addr, size) :
		       __msan_load_slow_keep(addr, size);
}

#define KMSAN_KEEP_GETTER(dir, suffix, store, size, ...)                       \
	KMSAN_KEEP unsigned __int128                                           \
		__msan_metadata_ptr_for_##dir##_##suffix##_keep(__VA_ARGS__)   \
	{                                                                      \
		return get_pair(addr, size, store);                            \
	}                                                                      \
	EXPORT_SYMBOL(__msan_metadata_ptr_for_##dir##_##suffix##_keep)

KMSAN_KEEP_GETTER(load, 1, false, 1, void *addr);
KMSAN_KEEP_GETTER(load, 2, false, 2, void *addr);
KMSAN_KEEP_GETTER(load, 4, false, 4, void *addr);
KMSAN_KEEP_GETTER(load, 8, false, 8, void *addr);
KMSAN_KEEP_GETTER(load, n, false, size, void *addr, uintptr_t size);
KMSAN_KEEP_GETTER(store, 1, true, 1, void *addr);
KMSAN_KEEP_GETTER(store, 2, true, 2, void *addr);
KMSAN_KEEP_GETTER(store, 4, true, 4, void *addr);
KMSAN_KEEP_GETTER(store, 8, true, 8, void *addr);
KMSAN_KEEP_GETTER(store, n, true, size, void *addr, uintptr_t size);

KMSAN_KEEP struct kmsan_context_state *__msan_get_context_state_keep(void)
{
	return &kmsan_get_context()->cstate;
}
EXPORT_SYMBOL(__msan_get_context_state_keep);

KMSAN_KEEP void __msan_instrument_asm_store_keep(void *addr, uintptr_t size)
{
	__msan_instrument_asm_store(addr, size);
}
EXPORT_SYMBOL(__msan_instrument_asm_store_keep);

KMSAN_KEEP depot_stack_handle_t
__msan_chain_origin_keep(depot_stack_handle_t origin)
{
	return __msan_chain_origin(origin);
}
EXPORT_SYMBOL(__msan_chain_origin_keep);

KMSAN_KEEP void __msan_warning_keep(u32 origin)
{
	__msan_warning(origin);
}
EXPORT_SYMBOL(__msan_warning_keep);
