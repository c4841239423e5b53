// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * api.c - the functions of kmsan.h.
 */
#define KMSAN_ENABLED 1
#include "include/kmsan.h"
#include "internal.h"

static bool api_usable(void)
{
	if (!kmsan_ready)
		kmsan_init();
	return kmsan_ready && !kmsan_in_runtime();
}

KMSAN_EXPORT void kmsan_poison_memory(const void *address, size_t size, ...)
{
	if (api_usable())
		kmsan_internal_poison(address, size, KMSAN_FRAME, false);
}

KMSAN_EXPORT void kmsan_unpoison_memory(const void *address, size_t size)
{
	if (api_usable())
		kmsan_internal_unpoison(address, size);
}

KMSAN_EXPORT void kmsan_check_memory(const void *address, size_t size)
{
	if (api_usable())
		kmsan_internal_check(address, size, KMSAN_FRAME, NULL);
}

KMSAN_EXPORT void kmsan_memmove(void *to, const void *from, size_t size)
{
	if (api_usable())
		kmsan_internal_memmove(to, from, size, KMSAN_FRAME);
}

KMSAN_EXPORT void kmsan_copy_to_user(void *to, const void *from, size_t to_copy,
				     size_t left)
{
	(void)to;
	if (api_usable() && left < to_copy)
		kmsan_internal_check(from, to_copy - left, KMSAN_FRAME, NULL);
}
