/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * kmsan_fast.h - where the metadata of an address is, on x86-64, for most
 * addresses and in a few instructions.
 *
 * mm/kmsan calls kmsan_get_metadata() twice, once for the shadow and once for
 * the origin, and each time that goes through all kinds of addresses again,
 * with preemption off for the check of the page.  Instrumented code spends over
 * half of its time there.  Here both are found at once, for what lies within
 * one page of vmalloc space (stacks), of the direct map (slab, pages) or of the
 * kernel image (globals).  All other addresses, and those without metadata, are
 * left to mm/kmsan; the results are the same.
 */
#ifndef _ASM_X86_KMSAN_FAST_H
#define _ASM_X86_KMSAN_FAST_H

#include <linux/mm.h>
#include <linux/mmzone.h>
#include <asm/pgtable_64_types.h>

/*
 * The page of a direct-map or kernel-image address, NULL for what needs a
 * closer look.  Memory that was hotplugged may be removed again, so only
 * sections that have existed since boot count; these need no RCU.
 */
static __always_inline struct page *kmsan_fast_page(unsigned long addr)
{
	unsigned long image = addr - __START_KERNEL_map;
	struct mem_section *section;
	unsigned long phys;

	phys = addr >= __START_KERNEL_map ? image + phys_base :
					    addr - PAGE_OFFSET;
	if (addr < PAGE_OFFSET ||
	    (addr >= __START_KERNEL_map && image >= KERNEL_IMAGE_SIZE) ||
	    PHYS_PFN(phys) >= max_pfn)
		return NULL;
	section = __pfn_to_section(PHYS_PFN(phys));
	if (unlikely(!valid_section(section) || !early_section(section)))
		return NULL;
	return pfn_to_page(PHYS_PFN(phys));
}

/**
 * kmsan_fast_shadow_origin_ptr() - find the metadata of a few bytes
 * @address: of the first of them
 * @size: how many
 * @ret: the answer
 *
 * Return: true if @ret has been set; false if mm/kmsan has to look.
 */
static __always_inline bool
kmsan_fast_shadow_origin_ptr(void *address, u64 size,
			     struct shadow_origin_ptr *ret)
{
	unsigned long addr = (unsigned long)address;
	unsigned long offset = offset_in_page(addr);
	unsigned long origin_offset = ALIGN_DOWN(offset, KMSAN_ORIGIN_SIZE);
	struct page *page;

	if (IS_ENABLED(CONFIG_KMSAN_LINEAR)) {
		/* Memory that is not the kernel's has none. */
		ret->shadow = address + KMSAN_VMALLOC_SHADOW_OFFSET;
		ret->origin = (void *)ALIGN_DOWN(addr, KMSAN_ORIGIN_SIZE) +
			      KMSAN_VMALLOC_ORIGIN_OFFSET;
		return addr >= PAGE_OFFSET;
	}
	if (unlikely(!kmsan_enabled || offset + size > PAGE_SIZE))
		return false;
	if (addr - VMALLOC_START < VMALLOC_QUARTER_SIZE) {
		ret->shadow = address + KMSAN_VMALLOC_SHADOW_OFFSET;
		ret->origin = (void *)ALIGN_DOWN(addr, KMSAN_ORIGIN_SIZE) +
			      KMSAN_VMALLOC_ORIGIN_OFFSET;
		return true;
	}
	page = kmsan_fast_page(addr);
	if (unlikely(!page || !page->kmsan_shadow || !page->kmsan_origin))
		return false;
	ret->shadow = page_address(page->kmsan_shadow) + offset;
	ret->origin = page_address(page->kmsan_origin) + origin_offset;
	return true;
}

#endif /* _ASM_X86_KMSAN_FAST_H */
