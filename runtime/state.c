// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * state.c - what all of the runtime asks: is it ready, and is it at work?
 */
#include "internal.h"

bool kmsan_ready;
__thread struct kmsan_ctx kmsan_ctx;
