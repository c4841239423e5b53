// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * intercept.c - find what the hooks hide.
 */
#include <dlfcn.h>

#include "intercept.h"
#include "platform.h"

/**
 * kmsan_resolve() - address of a function of the C library
 * @name: its name
 *
 * The dynamic linker may allocate; inside of the runtime that is safe.  Not
 * under the lock, for the linker takes locks of its own.
 */
void *kmsan_resolve(const char *name)
{
	kmsan_sigset_t mask = kmsan_platform_block_signals();
	void *address;

	kmsan_enter_runtime();
	address = dlsym(RTLD_NEXT, name);
	kmsan_leave_runtime();
	kmsan_platform_restore_signals(mask);
	if (!address) {
		kmsan_pr("KMSAN: the C library has no function %s\n", name);
		kmsan_pr_flush();
		kmsan_platform_exit(KMSAN_EXIT_SETUP);
	}
	return address;
}
