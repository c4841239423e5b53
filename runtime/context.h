/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * context.h - contexts of signal handlers, shared by signal.c and thread.c.
 */
#ifndef KMSAN_CONTEXT_H
#define KMSAN_CONTEXT_H

#include "internal.h"

#pragma GCC visibility push(hidden)

/* The stack pointer is about to become @sp, which may end signal handlers. */
void kmsan_signal_jump(uintptr_t sp);
/* The thread ends. */
void kmsan_signal_release(void);

#pragma GCC visibility pop

#endif /* KMSAN_CONTEXT_H */
