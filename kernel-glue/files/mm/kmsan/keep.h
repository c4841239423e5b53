/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * keep.h - entry points that the compiler calls and nothing in the kernel does.
 */
#ifndef _MM_KMSAN_KEEP_H
#define _MM_KMSAN_KEEP_H

/* The usual ones, for what is rare. */
struct shadow_origin_ptr __msan_metadata_ptr_for_load_n(void *addr,
							uintptr_t size);
struct shadow_origin_ptr __msan_metadata_ptr_for_store_n(void *addr,
							 uintptr_t size);
void __msan_instrument_asm_store(void *addr, uintptr_t size);
depot_stack_handle_t __msan_chain_origin(depot_stack_handle_t origin);
void __msan_warning(u32 origin);

#define KMSAN_KEEP __no_caller_saved_registers

/* The slow paths, which objtool knows by name. */
KMSAN_KEEP unsigned __int128 __msan_load_slow_keep(void *addr, uintptr_t size);
KMSAN_KEEP unsigned __int128 __msan_store_slow_keep(void *addr, uintptr_t size);

#endif /* _MM_KMSAN_KEEP_H */
