// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * kmsan_linear.c - metadata at a fixed distance from the memory.
 *
 * asm/kmsan_linear.h has the map. mm/kmsan decides what a page's metadata is;
 * here it only gets one more address: windows map the pages that hold it at the
 * fixed distances from each address that the page has.  The windows of vmalloc
 * space and of modules are filled by mm/kmsan itself, page by page, since its
 * areas for them are the windows.
 *
 * Before there are windows, all of them are one page of zeroes.  As long as
 * KMSAN is not enabled, nothing is uninitialised, so nothing else is stored.
 */
#define pr_fmt(fmt) "kmsan: " fmt

#include <linux/gfp.h>
#include <linux/init.h>
#include <linux/kmsan.h>
#include <linux/memblock.h>
#include <linux/mm.h>
#include <linux/mmzone.h>
#include <linux/sched.h>
#include <linux/vmalloc.h>

#include <asm/cpu_entry_area.h>
#include <asm/e820/api.h>
#include <asm/fixmap.h>
#include <asm/kmsan_linear.h>
#include <asm/pgalloc.h>
#include <asm/sections.h>
#include <asm/set_memory.h>
#include <asm/tlbflush.h>

#include "../../../mm/kmsan/kmsan.h"

#define SHADOW KMSAN_LINEAR_SHADOW_OFFSET
#define ORIGIN KMSAN_LINEAR_ORIGIN_OFFSET

static const unsigned long distances[] = { SHADOW, ORIGIN };

/* What has metadata; ends are exclusive. */
struct region {
	const char *name;
	unsigned long start, end;
};

static const struct region regions[] = {
	{ "direct map", __PAGE_OFFSET_BASE_L4,
	  __PAGE_OFFSET_BASE_L4 + (1UL << KMSAN_LINEAR_PHYSMEM_BITS) },
	{ "vmalloc space", __VMALLOC_BASE_L4,
	  __VMALLOC_BASE_L4 + (VMALLOC_SIZE_TB_L4 << 40) / 4 },
	{ "memory map", __VMEMMAP_BASE_L4,
	  __VMEMMAP_BASE_L4 +
		  (1UL << (KMSAN_LINEAR_PHYSMEM_BITS - PAGE_SHIFT)) *
			  sizeof(struct page) },
	{ "CPU entry area", CPU_ENTRY_AREA_BASE,
	  CPU_ENTRY_AREA_BASE + CPU_ENTRY_AREA_MAP_SIZE },
	{ "kernel image", __START_KERNEL_map,
	  __START_KERNEL_map + KERNEL_IMAGE_SIZE },
	{ "module space", MODULES_VADDR, MODULES_END },
	{ "fixmap", FIXADDR_TOT_START, FIXADDR_TOP },
};

/* A page of zeroes, and tables that map it everywhere. */
static u8 early_page[PAGE_SIZE] __page_aligned_bss;
static pte_t early_pte[PTRS_PER_PTE] __page_aligned_bss;
static pmd_t early_pmd[PTRS_PER_PMD] __page_aligned_bss;
static pud_t early_pud[PTRS_PER_PUD] __page_aligned_bss;

static bool windows_exist __ro_after_init;

/* What each top-level entry from that of @start to that of @end - 1 maps. */
#define for_each_slot(addr, start, end) \
	for (addr = (start) & PGDIR_MASK; addr < (end); addr += PGDIR_SIZE)

static void __init early_map(unsigned long start, unsigned long end)
{
	pgdval_t entry = __pa_nodebug(early_pud) | _KERNPG_TABLE;
	unsigned long addr;

	for_each_slot(addr, start, end) {
		early_top_pgt[pgd_index(addr)] = __pgd(entry);
		init_top_pgt[pgd_index(addr)] = __pgd(entry);
	}
}

/**
 * kmsan_linear_early_init() - provide metadata before instrumented code runs
 *
 * Vmalloc space is not used before its metadata can be mapped.
 */
void __init kmsan_linear_early_init(void)
{
	pteval_t pte = (__pa_nodebug(early_page) | __PAGE_KERNEL) &
		       __default_kernel_pte_mask;

	for (int i = 0; i < PTRS_PER_PTE; i++)
		early_pte[i] = __pte(pte);
	for (int i = 0; i < PTRS_PER_PMD; i++)
		early_pmd[i] = __pmd(__pa_nodebug(early_pte) | _KERNPG_TABLE);
	for (int i = 0; i < PTRS_PER_PUD; i++)
		early_pud[i] = __pud(__pa_nodebug(early_pmd) | _KERNPG_TABLE);
	for (int i = 0; i < ARRAY_SIZE(regions); i++) {
		if (regions[i].start == VMALLOC_START)
			continue;
		for (int j = 0; j < ARRAY_SIZE(distances); j++)
			early_map(regions[i].start + distances[j],
				  regions[i].end + distances[j]);
	}
}

/**
 * kmsan_linear_limit_memory() - do not use memory whose metadata has no room
 */
void __init kmsan_linear_limit_memory(void)
{
	if (!e820__mapped_any(MAXMEM, ULLONG_MAX, E820_TYPE_RAM))
		return;
	pr_warn("memory above %llu TB is not used: CONFIG_KMSAN_LINEAR has no room for its metadata\n",
		(u64)MAXMEM >> 40);
	e820__range_update(MAXMEM, ULLONG_MAX - MAXMEM, E820_TYPE_RAM,
			   E820_TYPE_RESERVED);
	e820__update_table(e820_table);
}

/* The new tables' top level, until they replace those of the early page. */
static pgd_t *new_pgd __initdata;

static __init void no_memory(void)
{
	panic("kmsan: no memory for the page tables of metadata\n");
}

static pud_t * __init window_pud(unsigned long addr)
{
	p4d_t *p4d = p4d_offset(new_pgd + pgd_index(addr), addr);
	pud_t *pud = pud_alloc(&init_mm, p4d, addr);

	if (!pud)
		no_memory();
	return pud;
}

static pmd_t * __init window_pmd(unsigned long addr)
{
	pmd_t *pmd = pmd_alloc(&init_mm, window_pud(addr), addr);

	if (!pmd)
		no_memory();
	return pmd;
}

static void __init map_one(unsigned long addr, struct page *page)
{
	pte_t *pte = pte_alloc_kernel(window_pmd(addr), addr);

	if (!pte)
		no_memory();
	set_pte(pte, mk_pte(page, PAGE_KERNEL));
}

/* The pages that hold the metadata of an address of @page. */
static void __init map_page(unsigned long addr, struct page *page)
{
	map_one(addr + SHADOW, page->kmsan_shadow);
	map_one(addr + ORIGIN, page->kmsan_origin);
}

static bool has_metadata(struct page *page)
{
	return page->kmsan_shadow && page->kmsan_origin;
}

/* New metadata for an address that is not memory, or has no page yet. */
static void __init map_new(unsigned long addr)
{
	for (int i = 0; i < ARRAY_SIZE(distances); i++) {
		struct page *page = alloc_page(GFP_KERNEL | __GFP_ZERO);

		if (!page)
			no_memory();
		map_one(addr + distances[i], page);
	}
}

static struct page *page_of_pfn(unsigned long pfn)
{
	return pfn_valid(pfn) ? pfn_to_page(pfn) : NULL;
}

/* Is the metadata of what a large page maps itself a large page? */
static bool __init is_large(struct page *page)
{
	unsigned long shadow, origin;

	if (!has_metadata(page))
		return false;
	shadow = page_to_pfn(page->kmsan_shadow);
	origin = page_to_pfn(page->kmsan_origin);
	if (!IS_ALIGNED(shadow | origin, PTRS_PER_PTE))
		return false;
	for (int i = 1; i < PTRS_PER_PTE; i++)
		if (!has_metadata(page + i) ||
		    page_to_pfn(page[i].kmsan_shadow) != shadow + i ||
		    page_to_pfn(page[i].kmsan_origin) != origin + i)
			return false;
	return true;
}

static pmd_t __init large_pmd(struct page *page)
{
	return pmd_mkhuge(pfn_pmd(page_to_pfn(page), PAGE_KERNEL));
}

static void __init map_large(unsigned long addr, struct page *page)
{
	set_pmd(window_pmd(addr + SHADOW), large_pmd(page->kmsan_shadow));
	set_pmd(window_pmd(addr + ORIGIN), large_pmd(page->kmsan_origin));
}

static void __init map_direct(void)
{
	for (unsigned long pfn = 0; pfn < max_pfn; pfn++) {
		struct page *page = page_of_pfn(pfn);
		unsigned long addr = PAGE_OFFSET + PFN_PHYS(pfn);

		/* Either all of a section exists, or none of it. */
		if (!page) {
			pfn = ALIGN(pfn + 1, PAGES_PER_SECTION) - 1;
		} else if (IS_ALIGNED(pfn, PTRS_PER_PTE) && is_large(page)) {
			map_large(addr, page);
			pfn += PTRS_PER_PTE - 1;
		} else if (has_metadata(page)) {
			map_page(addr, page);
		}
	}
}

/*
 * Map the metadata of what the page tables map from @start to @end, and new
 * metadata for the rest.
 */
static void __init map_mapped(unsigned long start, unsigned long end)
{
	for (unsigned long addr = start; addr < end; addr += PAGE_SIZE) {
		unsigned int level;
		pte_t *pte = lookup_address(addr, &level);
		struct page *page = NULL;

		if (pte && pte_present(*pte))
			page = page_of_pfn(PHYS_PFN(slow_virt_to_phys((void *)addr)));
		if (page && has_metadata(page))
			map_page(addr, page);
		else
			map_new(addr);
	}
}

static void __init map_image(void)
{
	for (unsigned long addr = (unsigned long)_text & PAGE_MASK;
	     addr < (unsigned long)_end; addr += PAGE_SIZE) {
		struct page *page =
			page_of_pfn(PHYS_PFN(addr - __START_KERNEL_map + phys_base));

		if (page && has_metadata(page))
			map_page(addr, page);
	}
}

static void __init map_vmemmap(void)
{
	for (unsigned long pfn = 0; pfn < max_pfn; pfn += PAGES_PER_SECTION)
		if (pfn_valid(pfn))
			map_mapped((unsigned long)pfn_to_page(pfn),
				   (unsigned long)(pfn_to_page(pfn) +
						   PAGES_PER_SECTION));
}

static void __init map_cpu_entry_areas(void)
{
	int cpu;

	map_mapped(CPU_ENTRY_AREA_BASE, CPU_ENTRY_AREA_BASE + PAGE_SIZE);
	for_each_possible_cpu(cpu) {
		unsigned long start = (unsigned long)get_cpu_entry_area(cpu);

		map_mapped(start, start + CPU_ENTRY_AREA_SIZE);
	}
}

/*
 * What is mapped later needs the second level now, since top-level tables are
 * copied for each process.
 */
static void __init prepare_later(unsigned long start, unsigned long end)
{
	unsigned long addr;

	for (int i = 0; i < ARRAY_SIZE(distances); i++)
		for_each_slot(addr, start + distances[i], end + distances[i])
			window_pud(addr);
}

/* Replace the early page by the new tables. */
static void __init switch_tables(void)
{
	for (int i = pgd_index(KMSAN_LINEAR_START); i < PTRS_PER_PGD; i++) {
		p4d_t *old = p4d_offset(init_mm.pgd + i, 0);
		p4d_t *new = p4d_offset(new_pgd + i, 0);

		if (!p4d_none(*new))
			set_p4d(old, *new);
		else if (p4d_val(*old) == (__pa(early_pud) | _KERNPG_TABLE))
			p4d_clear(old);
	}
	__flush_tlb_all();
}

/**
 * kmsan_linear_init() - map all metadata
 *
 * Runs when mm/kmsan has given all memory its metadata, before it is enabled.
 */
void __init kmsan_linear_init(void)
{
	new_pgd = (pgd_t *)get_zeroed_page(GFP_KERNEL);
	if (!new_pgd)
		no_memory();
	map_direct();
	map_image();
	map_vmemmap();
	map_cpu_entry_areas();
	for (unsigned long addr = FIXADDR_TOT_START; addr < FIXADDR_TOP;
	     addr += PAGE_SIZE)
		map_new(addr);
	prepare_later(VMALLOC_START, VMALLOC_END + 1);
	prepare_later(MODULES_VADDR, MODULES_END);
	switch_tables();
	free_page((unsigned long)new_pgd);
	windows_exist = true;
}

/**
 * kmsan_linear_exists() - is all metadata mapped, so that none may change?
 */
bool __init kmsan_linear_exists(void)
{
	return windows_exist;
}

/**
 * kmsan_linear_usable() - may this boot memory, kept until now, be freed?
 * @page: its first page
 * @order: its size
 *
 * Return: true if each page has metadata; otherwise the memory is lost.
 */
bool __init kmsan_linear_usable(struct page *page, unsigned int order)
{
	for (int i = 0; i < 1 << order; i++) {
		if (has_metadata(page + i))
			continue;
		pr_warn_once("boot memory without metadata is not freed\n");
		return false;
	}
	return true;
}

/* Places in the entry area are random; each is preceded by a page. */
static bool in_entry_area(unsigned long addr)
{
	int cpu;

	for_each_possible_cpu(cpu)
		if (addr - (unsigned long)get_cpu_entry_area(cpu) <
		    CPU_ENTRY_AREA_SIZE)
			return true;
	return false;
}

/**
 * kmsan_linear_meta_or_null() - the metadata of what is neither the memory of a
 * page nor in vmalloc space
 * @addr: the address, a multiple of four for origins
 * @is_origin: whether its origin is wanted
 *
 * Return: the address of the metadata, NULL if @addr has none here.
 */
void *kmsan_linear_meta_or_null(void *addr, bool is_origin)
{
	unsigned long distance = kmsan_linear_distance(is_origin);
	unsigned long a = (unsigned long)addr;
	unsigned long pfn;

	if (!windows_exist)
		return NULL;
	if (a - FIXADDR_TOT_START < FIXADDR_TOT_SIZE)
		return addr + distance;
	/* The pages of a section all have a struct page, or none has. */
	pfn = (a - VMEMMAP_START) / sizeof(struct page);
	if (a >= VMEMMAP_START && pfn < ALIGN(max_pfn, PAGES_PER_SECTION))
		return valid_section(__pfn_to_section(pfn)) ? addr + distance :
							      NULL;
	if (a - CPU_ENTRY_AREA_BASE < PAGE_SIZE)
		return addr + distance;
	if (a - CPU_ENTRY_AREA_BASE < CPU_ENTRY_AREA_MAP_SIZE)
		return in_entry_area(a) ? addr + distance : NULL;
	return NULL;
}

/**
 * kmsan_linear_set_fixmap() - forget what a fixed address was mapped to
 * @addr: the address
 */
void kmsan_linear_set_fixmap(unsigned long addr)
{
	if (windows_exist)
		__memset((void *)(addr + SHADOW), 0, PAGE_SIZE);
}

/* The region whose metadata @addr would be in, NULL for none. */
static const struct region *region_of(unsigned long addr)
{
	for (int i = 0; i < ARRAY_SIZE(regions); i++)
		if (addr - regions[i].start < regions[i].end - regions[i].start)
			return &regions[i];
	return NULL;
}

/* If @addr is in the metadata of a region, say so. */
static bool told_of_window(unsigned long addr)
{
	static const char *const kinds[] = { "shadow", "origin" };

	for (int i = 0; i < ARRAY_SIZE(distances); i++) {
		unsigned long memory = addr - distances[i];
		const struct region *region = region_of(memory);

		if (!region)
			continue;
		pr_alert("this is the %s of %016lx, %s\n", kinds[i],
			 memory, region->name);
		return true;
	}
	return false;
}

/**
 * kmsan_linear_oops() - say what an address that has faulted may be
 * @addr: the address
 *
 * Instrumented code often touches the shadow before the memory itself.  So when
 * a pointer is bad, the faulting address may be that of its shadow.
 */
void kmsan_linear_oops(unsigned long addr)
{
	unsigned long memory = addr - SHADOW;

	if (addr < PAGE_SIZE || region_of(addr) || told_of_window(addr))
		return;
	pr_alert("this may be the shadow of %016lx, %s\n", memory,
		 memory < PAGE_SIZE	? "a null pointer" :
		 memory < TASK_SIZE_MAX ? "a user address" :
					  "a wild pointer");
}
