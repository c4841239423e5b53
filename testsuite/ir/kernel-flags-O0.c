/* The kernel's options compile at -O0, varargs and all. */
/* { dg-do compile } */
/* { dg-options "-O0 -std=gnu11 -fdump-tree-kmsan -mno-sse -mno-mmx -mno-sse2 -mno-3dnow -mno-avx -mno-80387 -mno-fp-ret-in-387 -mno-red-zone -mcmodel=kernel -m64 -mskip-rax-setup -mtune=generic -fno-asynchronous-unwind-tables -fno-strict-aliasing -fno-common -fshort-wchar -fno-PIE -fno-delete-null-pointer-checks -fno-builtin -ffreestanding -fno-strict-overflow -fno-stack-check -fconserve-stack -fcf-protection=none -falign-jumps=1 -falign-loops=1" } */
/* { dg-final { scan-kmsan {__msan_get_context_state} "kernel_printk" } } */
/* { dg-final { scan-kmsan {__msan_poison_alloca} "kernel_printk" } } */
/* { dg-final { scan-kmsan {__msan_metadata_ptr_for_store_4} "atomic_inc" } } */
/* { dg-final { scan-kmsan {__msan_instrument_asm_store} "read_flags" } } */
/* { dg-final { scan-kmsan-not {__msan_} "entry" } } */
/* { dg-final { scan-assembler-not {%[xyz]mm} } } */
#include "kernel-flags.h"
