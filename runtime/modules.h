/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * modules.h - what is known about an executable or shared library.
 */
#ifndef KMSAN_MODULES_H
#define KMSAN_MODULES_H

#include "internal.h"

#pragma GCC visibility push(hidden)

/**
 * struct kmsan_module - a loaded ELF file
 * @start: where its text starts
 * @size: bytes of text
 * @base: difference between addresses in memory and in the file
 * @name: path of its file, empty for the executable
 * @eh_frame_hdr: its table of unwind information, or NULL
 * @instrumented: whether its code calls the runtime
 */
struct kmsan_module {
	uintptr_t start;
	uintptr_t size;
	uintptr_t base;
	const char *name;
	const u8 *eh_frame_hdr;
	bool instrumented;
};

/* modules.c */
const struct kmsan_module *kmsan_module_find(uintptr_t pc);
/*
 * How often modules have come or gone; each time, all that was cached about
 * them becomes invalid.
 */
extern unsigned int kmsan_modules_changes;

#pragma GCC visibility pop

#endif /* KMSAN_MODULES_H */
