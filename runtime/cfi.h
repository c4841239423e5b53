/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * cfi.h - what unwind information says about one code address, in one word.
 */
#ifndef KMSAN_CFI_H
#define KMSAN_CFI_H

#include "internal.h"

/*
 * How to compute the canonical frame address: the stack pointer before the
 * call, just above the return address.
 */
enum kmsan_cfi_cfa {
	CFI_CFA_NONE, /* unknown, or the outermost frame */
	CFI_CFA_SP, /* stack pointer + offset */
	CFI_CFA_BP, /* frame pointer + offset */
	CFI_CFA_BP_DEREF, /* the word at frame pointer + offset */
	CFI_CFA_SIGNAL, /* the kernel's return trampoline of a handler */
};

/* Where the caller's frame pointer is. */
enum kmsan_cfi_bp {
	CFI_BP_KEPT, /* still in its register */
	CFI_BP_AT_CFA, /* saved at CFA + offset */
	CFI_BP_AT_BP, /* saved at frame pointer + offset */
	CFI_BP_LOST, /* somewhere that is not followed */
};

union kmsan_cfi_rule {
	u64 word;
	struct {
		u8 cfa_kind;
		u8 bp_kind;
		int16_t bp_offset;
		int32_t cfa_offset;
	};
};

KMSAN_HIDDEN union kmsan_cfi_rule kmsan_cfi_find(uintptr_t pc);

#endif /* KMSAN_CFI_H */
