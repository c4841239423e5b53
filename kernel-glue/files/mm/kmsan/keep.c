// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * keep.c - entry points that keep the caller's registers, see keep_entries.h.
 */
#include <linux/export.h>
#include <linux/linkage.h>

#include "kmsan.h"
#include "fast.h"
#include "keep.h"

#define KMSAN_KEEP_PTR struct shadow_origin_ptr

#define keep_find kmsan_fast_shadow_origin_ptr
#define keep_load __msan_load_slow_keep
#define keep_store __msan_store_slow_keep
#define keep_context() (&kmsan_get_context()->cstate)
#define keep_chain __msan_chain_origin
#define keep_warn __msan_warning
#define keep_asm_store __msan_instrument_asm_store

#include "keep_entries.h"

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
