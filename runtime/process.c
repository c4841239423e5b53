// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * process.c - start, end and duplication of the process.
 */
#include <stdlib.h>

#include "init.h"
#include "intercept.h"
#include "platform.h"

/*
 * The earliest that code of an executable or library runs.  Shared libraries
 * have no pre-initialisation; there the linker is told to run the constructor
 * before those of all others.
 */
#ifdef PIC
__attribute__((constructor(101), used)) static void process_start(void)
{
	kmsan_init();
}
#else
__attribute__((section(".preinit_array"),
	       used)) static void (*process_start)(void) = kmsan_init;
#endif
