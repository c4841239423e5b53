/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * keep_entries.h - entry points that keep the caller's registers.
 *
 * A call by the usual convention may change nine registers, so code with such a
 * call for almost every access to memory spends much of its size and time on
 * saving them.  The GCC plugin's -fplugin-arg-kmsan-keep-registers calls these
 * instead: they change no register but those of their result.  Each does what
 * the entry point without _keep in its name does.
 *
 * Frequent work is done here with few registers.  Rare work is left to functions
 * that save all of them, so that the frequent case need not.
 *
 * This file is the same in the kernel's runtime and in that for programs.  What
 * differs is defined by the one file that includes it, keep.c:
 *
 *	KMSAN_KEEP	attributes of an entry point
 *	KMSAN_KEEP_PTR	struct with pointers to metadata, .shadow and .origin
 *	keep_find()	find metadata by the fast path; false if there is none
 *	keep_load()	find it by the slow path, to read or
 *	keep_store()	to write; as a pair of pointers
 *	keep_context(), keep_chain(), keep_warn(), keep_asm_store()
 *			the work of the other entry points
 */
#ifndef _MM_KMSAN_KEEP_ENTRIES_H
#define _MM_KMSAN_KEEP_ENTRIES_H

/* A __int128 is as large as two pointers, but known to be in RAX and RDX. */
static __always_inline unsigned __int128 pair_of(KMSAN_KEEP_PTR ptr)
{
	return (uintptr_t)ptr.shadow |
	       (unsigned __int128)(uintptr_t)ptr.origin << 64;
}

static __always_inline unsigned __int128
get_pair(void *addr, uintptr_t size, bool store)
{
	KMSAN_KEEP_PTR ptr;

	if (likely(keep_find(addr, size, &ptr)))
		return pair_of(ptr);
	return store ? keep_store(addr, size) : keep_load(addr, size);
}

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
						       uintptr_t size)

KMSAN_KEEP_DECLARE(load);
KMSAN_KEEP_DECLARE(store);
KMSAN_KEEP struct kmsan_context_state *__msan_get_context_state_keep(void);
KMSAN_KEEP void __msan_instrument_asm_store_keep(void *addr, uintptr_t size);
KMSAN_KEEP u32 __msan_chain_origin_keep(u32 origin);
KMSAN_KEEP void __msan_warning_keep(u32 origin);

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
	return keep_context();
}
EXPORT_SYMBOL(__msan_get_context_state_keep);

KMSAN_KEEP void __msan_instrument_asm_store_keep(void *addr, uintptr_t size)
{
	keep_asm_store(addr, size);
}
EXPORT_SYMBOL(__msan_instrument_asm_store_keep);

KMSAN_KEEP u32 __msan_chain_origin_keep(u32 origin)
{
	return keep_chain(origin);
}
EXPORT_SYMBOL(__msan_chain_origin_keep);

KMSAN_KEEP void __msan_warning_keep(u32 origin)
{
	keep_warn(origin);
}
EXPORT_SYMBOL(__msan_warning_keep);

#endif /* _MM_KMSAN_KEEP_ENTRIES_H */
