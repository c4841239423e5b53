// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * kmsan_linear_test.c - is all metadata where an addition finds it?
 *
 * At the end of booting, the pages of each region are looked at: what mm/kmsan
 * has for one must be the same memory as that at the fixed distance, by
 * whatever address it is reached, and it must be writable.  Of the direct map,
 * by far the largest, one page in DIRECT_STEP is checked.
 */
#define pr_fmt(fmt) "kmsan: " fmt

#include <linux/init.h>
#include <linux/io.h>
#include <linux/mm.h>
#include <linux/mmzone.h>
#include <linux/percpu.h>
#include <linux/sched/task_stack.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

#include <asm/cpu_entry_area.h>
#include <asm/fixmap.h>
#include <asm/kmsan.h>
#include <asm/kmsan_linear.h>
#include <asm/sections.h>
#include <asm/set_memory.h>

#include "../../../mm/kmsan/kmsan.h"

/* Odd, so that every position in a large page occurs. */
#define DIRECT_STEP 13

static unsigned long compared __initdata;
static unsigned long failed __initdata;

/* The physical address that @addr is mapped to, 0 for none. */
static phys_addr_t __init behind(unsigned long addr, bool to_write)
{
	unsigned int level;
	pte_t *pte = lookup_address(addr, &level);

	if (!pte || !pte_present(*pte) || (to_write && !pte_write(*pte)))
		return 0;
	return slow_virt_to_phys((void *)addr);
}

/*
 * The physical address of the metadata of the memory at @addr: that of its page
 * if there is one, otherwise what mm/kmsan says.  Fixed addresses have their
 * own.
 */
static phys_addr_t __init metadata_of(unsigned long addr, bool is_origin)
{
	phys_addr_t phys = behind(addr, false);
	struct page *page = NULL;

	if (phys && pfn_valid(PHYS_PFN(phys)) && addr < FIXADDR_TOT_START)
		page = pfn_to_page(PHYS_PFN(phys));
	if (page)
		page = is_origin ? page->kmsan_origin : page->kmsan_shadow;
	if (page)
		return page_to_phys(page) + offset_in_page(addr);
	return behind((unsigned long)kmsan_get_metadata((void *)addr, is_origin),
		      true);
}

static void __init expect_same(const char *what, unsigned long addr,
			       bool is_origin)
{
	unsigned long getter, linear;
	phys_addr_t meta;

	if (is_origin)
		addr = ALIGN_DOWN(addr, KMSAN_ORIGIN_SIZE);
	linear = addr + kmsan_linear_distance(is_origin);
	getter = (unsigned long)kmsan_get_metadata((void *)addr, is_origin);
	meta = metadata_of(addr, is_origin);
	compared++;
	if (getter == linear && meta && meta == behind(linear, true))
		return;
	if (failed++ < 20)
		pr_err("%s, %s of %lx: %lx (%llx), not %lx (%llx)\n", what,
		       is_origin ? "origin" : "shadow", addr, linear,
		       (u64)behind(linear, true), getter, (u64)meta);
}

static void __init expect_linear(const char *what, unsigned long addr)
{
	expect_same(what, addr, KMSAN_META_SHADOW);
	expect_same(what, addr, KMSAN_META_ORIGIN);
}

/* All pages of a range, at some offset in each. */
static void __init expect_range(const char *what, const void *start,
				size_t size)
{
	unsigned long addr = (unsigned long)start;
	unsigned long end = addr + size;

	while (addr < end) {
		expect_linear(what, addr);
		/* At another offset in the next page. */
		addr = ALIGN_DOWN(addr, PAGE_SIZE) + PAGE_SIZE +
		       (addr + 61) % PAGE_SIZE;
	}
}

static void __init test_direct_map(void)
{
	for (unsigned long pfn = 0; pfn < max_pfn; pfn += DIRECT_STEP) {
		struct page *page = pfn_valid(pfn) ? pfn_to_page(pfn) : NULL;

		if (!page || !page->kmsan_shadow)
			continue;
		expect_linear("direct map",
			      (unsigned long)__va(PFN_PHYS(pfn)) + 37);
	}
}

static void __init test_memory_map(void)
{
	for (unsigned long pfn = 0; pfn < max_pfn; pfn += PAGES_PER_SECTION)
		if (pfn_valid(pfn))
			expect_range("memory map", pfn_to_page(pfn),
				     PAGES_PER_SECTION * sizeof(struct page));
}

static void __init test_entry_areas(void)
{
	int cpu;

	for_each_possible_cpu(cpu)
		expect_range("CPU entry area", get_cpu_entry_area(cpu),
			     CPU_ENTRY_AREA_SIZE);
}

static void __init test_mappings(void)
{
	u8 *area = vmalloc(5 * PAGE_SIZE);
	void __iomem *io = ioremap(0xfed00000, 2 * PAGE_SIZE);
	u8 __percpu *percpu = __alloc_percpu(64, 8);
	u8 *object = kmalloc(300, GFP_KERNEL);
	int cpu;

	if (!area || !io || !percpu || !object)
		pr_err("no memory for the test\n");
	expect_range("vmalloc", area, 5 * PAGE_SIZE);
	expect_range("ioremap", (void __force *)io, 2 * PAGE_SIZE);
	expect_range("slab", object, 300);
	for_each_possible_cpu(cpu)
		expect_range("per-CPU", per_cpu_ptr(percpu, cpu), 64);
	expect_range("stack", task_stack_page(current), THREAD_SIZE);
	kfree(object);
	free_percpu(percpu);
	iounmap(io);
	vfree(area);
}

static int __init kmsan_linear_test(void)
{
	test_direct_map();
	test_memory_map();
	test_entry_areas();
	test_mappings();
	/* What follows is memory that was not needed early, and is free. */
	expect_range("kernel image", _text, __end_of_kernel_reserve - _text);
	expect_range("fixmap", (void *)FIXADDR_TOT_START, FIXADDR_TOT_SIZE);
	if (failed)
		pr_err("linear metadata: %lu of %lu comparisons failed\n",
		       failed, compared);
	else
		pr_info("linear metadata: %lu comparisons passed\n", compared);
	return 0;
}
late_initcall(kmsan_linear_test);
