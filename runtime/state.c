// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * state.c - whether the runtime is ready, and running in a thread.
 */
#include "internal.h"

bool kmsan_ready;
__thread struct kmsan_ctx kmsan_ctx;
__thread struct kmsan_context_state kmsan_thread_state;
