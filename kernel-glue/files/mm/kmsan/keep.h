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

/*
 * Those that keep registers.  A __int128 is as much as a struct of two pointers,
 * but known to be in RAX and RDX.
 */
#define KMSAN_KEEP __no_caller_saved_registers

#define KMSAN_KEEP_DECLARE(dir)                                                \
	KMSAN_KEEP unsigned __int128                                           \
		__msan_metadata_ptr_for_##dir##_1_keep(void *addr);            \
	KMSAN_KEEP unsigned __int128                                           \
		__msan_metadata_ptr_for_##dir##_2_keep(void *addr);            \
	KMSAN_KEEP unsigned __int128                                           \
		__msan_metadata_ptr_for_##dir##_4_keep(void *addr);            \
	KMSAN_KEEP unsigned __int128                                           \
		__msan_metadata_ptr_for_##dir##_8_keep(void *addr);            \
	KMSAN_KEEP unsigned __int128                                           \
		__msan_metadata_ptr_for_##dir##_n_keep(void *addr,             \
						       uintptr_t size);        \
	KMSAN_KEEP unsigned __int128 __msan_##dir##_slow_keep(void *addr,      \
							      uintptr_t size)

KMSAN_KEEP_DECLARE(load);
KMSAN_KEEP_DECLARE(store);
KMSAN_KEEP struct kmsan_context_state *__msan_get_context_state_keep(void);
KMSAN_KEEP void __msan_instrument_asm_store_keep(void *addr, uintptr_t size);
KMSAN_KEEP depot_stack_handle_t
__msan_chain_origin_keep(depot_stack_handle_t origin);
KMSAN_KEEP void __msan_warning_keep(u32 origin);

#endif /* _MM_KMSAN_KEEP_H */
