/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * distance.h - entry points that only the compiler calls, and only where it knows
 * the distance of metadata.
 */
#ifndef _MM_KMSAN_DISTANCE_H
#define _MM_KMSAN_DISTANCE_H

#include "keep.h"

void __msan_warning_at(const void *addr);
void __msan_store_origin(void *addr, uintptr_t size,
			 depot_stack_handle_t origin);
void __msan_copy_origin(void *addr, uintptr_t size, const void *from);

KMSAN_KEEP void __msan_warning_at_keep(const void *addr);
KMSAN_KEEP void __msan_store_origin_keep(void *addr, uintptr_t size,
					 depot_stack_handle_t origin);
KMSAN_KEEP void __msan_copy_origin_keep(void *addr, uintptr_t size,
					const void *from);

#endif /* _MM_KMSAN_DISTANCE_H */
