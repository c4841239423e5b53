// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * distance.c - entry points for code that knows the distance of metadata.
 *
 * Such code finds shadow by itself, but needs origins only where something is
 * poisoned.  There it passes the address of the memory, and these functions
 * find its origin: that takes less code in each of a million places.
 */
#include <linux/align.h>
#include <linux/export.h>

#include "kmsan.h"
#include "distance.h"
#include <asm/kmsan_linear.h>

/* Where the compiler itself would find it, at any time of the boot. */
static __always_inline depot_stack_handle_t *origin_slot(const void *addr)
{
	return (depot_stack_handle_t *)(ALIGN_DOWN((unsigned long)addr,
						   KMSAN_ORIGIN_SIZE) +
					kmsan_linear_distance(true));
}

/**
 * __msan_warning_at() - a poisoned value was used that memory still holds
 * @addr: a byte of memory that the poison comes from
 */
void __msan_warning_at(const void *addr)
{
	__msan_warning(*origin_slot(addr));
}
EXPORT_SYMBOL(__msan_warning_at);

/**
 * __msan_store_origin() - a poisoned value is stored: set its origin
 * @addr: address of the memory
 * @size: size of the value in bytes
 * @origin: origin of the value
 */
void __msan_store_origin(void *addr, uintptr_t size,
			 depot_stack_handle_t origin)
{
	uintptr_t end = (uintptr_t)addr % KMSAN_ORIGIN_SIZE + size;
	depot_stack_handle_t *slot = origin_slot(addr);

	origin = __msan_chain_origin(origin);
	for (uintptr_t done = 0; done < end; done += KMSAN_ORIGIN_SIZE)
		*slot++ = origin;
}
EXPORT_SYMBOL(__msan_store_origin);

/**
 * __msan_copy_origin() - like __msan_store_origin(), with the origin of memory
 * @addr: address of the memory
 * @size: size of the value in bytes
 * @from: a byte of memory that the poison comes from
 */
void __msan_copy_origin(void *addr, uintptr_t size, const void *from)
{
	__msan_store_origin(addr, size, *origin_slot(from));
}
EXPORT_SYMBOL(__msan_copy_origin);

#ifdef CONFIG_KMSAN_KEEP_REGISTERS
KMSAN_KEEP void __msan_warning_at_keep(const void *addr)
{
	__msan_warning_at(addr);
}
EXPORT_SYMBOL(__msan_warning_at_keep);

KMSAN_KEEP void __msan_store_origin_keep(void *addr, uintptr_t size,
					 depot_stack_handle_t origin)
{
	__msan_store_origin(addr, size, origin);
}
EXPORT_SYMBOL(__msan_store_origin_keep);

KMSAN_KEEP void __msan_copy_origin_keep(void *addr, uintptr_t size,
					const void *from)
{
	__msan_copy_origin(addr, size, from);
}
EXPORT_SYMBOL(__msan_copy_origin_keep);
#endif
