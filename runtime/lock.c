// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * lock.c - the runtime's one lock.
 *
 * It serialises reports; the paths that instrumented code takes all the time
 * need no lock.  Signals stay blocked while it is held, so that a handler never
 * waits for the very thread that it has interrupted, and fork() takes it so
 * that the child finds it free.
 */
#include "internal.h"
#include "platform.h"

static u8 lock_taken;

kmsan_sigset_t kmsan_lock(void)
{
	kmsan_sigset_t mask = kmsan_platform_block_signals();

	while (__atomic_test_and_set(&lock_taken, __ATOMIC_ACQUIRE))
		kmsan_platform_yield();
	return mask;
}

void kmsan_unlock(kmsan_sigset_t mask)
{
	__atomic_clear(&lock_taken, __ATOMIC_RELEASE);
	kmsan_platform_restore_signals(mask);
}
