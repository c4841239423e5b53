/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * kmsan_linear.h - metadata at a fixed distance from the memory, on x86-64
 * with four levels of page tables.
 *
 * Whatever address instrumented code reads or writes, its shadow is at the
 * address plus KMSAN_LINEAR_SHADOW_OFFSET, and its origin at the address,
 * rounded down to four bytes, plus KMSAN_LINEAR_ORIGIN_OFFSET.  So compilers
 * can find both by adding, without a call.  The distances are 8 and 16 TB down,
 * so each region may be 8 TB long (TB are counted down from the end):
 *
 *	memory			shadow		origins
 *	direct map  -103  -95	-111 -103	-119 -111
 *	vmalloc      -55  -47	 -63  -55	 -71  -63
 *	vmemmap      -22  -21.9	 -30  -29.9	 -38  -37.9
 *	from the CPU entry area to the end of the fixmap
 *		      -2    0	 -10   -8	 -18  -16
 *
 * The last two use the hole where KASAN has its shadow.  The 2 MB more make
 * a byte, its shadow and its origin differ in address bits below the 28th;
 * without them, AMD's L1 way predictor would confuse them.
 */
#ifndef _ASM_X86_KMSAN_LINEAR_H
#define _ASM_X86_KMSAN_LINEAR_H

#include <linux/const.h>
#ifndef __ASSEMBLER__
#include <linux/types.h>
#endif

#ifdef CONFIG_KMSAN_LINEAR

/* -(8 TB + 2 MB) and -(16 TB + 4 MB), as in the plugin's kmsan-abi.h. */
#define KMSAN_LINEAR_SHADOW_OFFSET _AC(0xfffff7ffffe00000, UL)
#define KMSAN_LINEAR_ORIGIN_OFFSET _AC(0xffffefffffc00000, UL)

/*
 * The address and size of the direct map; below it are its origins and its
 * shadow.
 */
#define KMSAN_LINEAR_PAGE_OFFSET _AC(0xffff990000000000, UL)
#define KMSAN_LINEAR_PHYSMEM_BITS 43

/* The lowest address of all metadata. */
#define KMSAN_LINEAR_START \
	(KMSAN_LINEAR_PAGE_OFFSET + KMSAN_LINEAR_ORIGIN_OFFSET)

#ifndef __ASSEMBLER__

struct page;

/* From an address, for origins a multiple of four, to its metadata. */
static __always_inline unsigned long kmsan_linear_distance(bool is_origin)
{
	return is_origin ? KMSAN_LINEAR_ORIGIN_OFFSET :
			   KMSAN_LINEAR_SHADOW_OFFSET;
}

void kmsan_linear_early_init(void);
void kmsan_linear_limit_memory(void);
void kmsan_linear_init(void);
bool kmsan_linear_exists(void);
bool kmsan_linear_usable(struct page *page, unsigned int order);
void *kmsan_linear_meta_or_null(void *addr, bool is_origin);
void kmsan_linear_set_fixmap(unsigned long addr);
void kmsan_linear_oops(unsigned long addr);

#endif /* !__ASSEMBLER__ */

#else /* !CONFIG_KMSAN_LINEAR */

#define KMSAN_LINEAR_START __PAGE_OFFSET

#ifndef __ASSEMBLER__

static inline void kmsan_linear_early_init(void)
{
}

static inline void kmsan_linear_limit_memory(void)
{
}

static inline void *kmsan_linear_meta_or_null(void *addr, bool is_origin)
{
	return NULL;
}

static inline void kmsan_linear_set_fixmap(unsigned long addr)
{
}

static inline void kmsan_linear_oops(unsigned long addr)
{
}

#endif /* !__ASSEMBLER__ */

#endif /* CONFIG_KMSAN_LINEAR */

#endif /* _ASM_X86_KMSAN_LINEAR_H */
