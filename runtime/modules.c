// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * modules.c - the executable and the shared libraries of the process.
 *
 * A table of their text ranges answers two questions about a code address, at
 * any time and without a lock: where its unwind information is, and whether its
 * module is instrumented.  The runtime does not see what uninstrumented
 * libraries do to memory, so hooks that they call neither poison nor check.
 */
#include <elf.h>
#include <link.h>

#include "modules.h"
#include "platform.h"

#define MAX_MODULES 1024
#define MISSES 64

struct module_table {
	unsigned int nr;
	struct kmsan_module modules[MAX_MODULES];
};

/* One is in use while the other is being filled. */
static struct module_table module_tables[2];
static struct module_table *modules_now = &module_tables[0];
static u8 modules_busy;
unsigned int kmsan_modules_changes;
/* Pages of code that belongs to no module, such as that of a JIT compiler. */
static uintptr_t modules_missed[MISSES];

/* The relocations of a module show whether it calls the runtime. */
static bool relocations_name_us(const Elf64_Rela *rela, size_t size,
				const Elf64_Sym *symbols, const char *strings)
{
	for (size_t i = 0; i < size / sizeof(*rela); i++) {
		const Elf64_Sym *symbol = symbols + ELF64_R_SYM(rela[i].r_info);

		if (!kmsan_raw_memcmp(strings + symbol->st_name, "__msan_", 7))
			return true;
	}
	return false;
}

/* Some entries of the dynamic section are relocated in memory, some not. */
static const void *dynamic_pointer(const struct dl_phdr_info *info,
				   Elf64_Addr value)
{
	return (const void *)(value < info->dlpi_addr ? value + info->dlpi_addr
						      : value);
}

static bool is_instrumented(const struct dl_phdr_info *info,
			    const Elf64_Dyn *dynamic)
{
	const Elf64_Rela *rela = NULL, *plt = NULL;
	const Elf64_Sym *symbols = NULL;
	const char *strings = NULL;
	size_t rela_size = 0, plt_size = 0;

	for (; dynamic && dynamic->d_tag != DT_NULL; dynamic++) {
		const void *p = dynamic_pointer(info, dynamic->d_un.d_ptr);

		switch (dynamic->d_tag) {
		case DT_SYMTAB:
			symbols = p;
			break;
		case DT_STRTAB:
			strings = p;
			break;
		case DT_RELA:
			rela = p;
			break;
		case DT_RELASZ:
			rela_size = dynamic->d_un.d_val;
			break;
		case DT_JMPREL:
			plt = p;
			break;
		case DT_PLTRELSZ:
			plt_size = dynamic->d_un.d_val;
			break;
		}
	}
	return symbols && strings &&
	       (relocations_name_us(rela, rela ? rela_size : 0, symbols,
				    strings) ||
		relocations_name_us(plt, plt ? plt_size : 0, symbols, strings));
}

/* Pages of a library that was just loaded may have been used before. */
static void clean_data(const struct dl_phdr_info *info)
{
	for (int i = 0; i < info->dlpi_phnum; i++) {
		const Elf64_Phdr *phdr = &info->dlpi_phdr[i];

		if (phdr->p_type == PT_LOAD)
			kmsan_internal_unpoison(
				(void *)(info->dlpi_addr + phdr->p_vaddr),
				phdr->p_memsz);
	}
}

static const struct kmsan_module *find_in(const struct module_table *table,
					  uintptr_t pc)
{
	for (unsigned int i = 0; i < table->nr; i++)
		if (pc - table->modules[i].start < table->modules[i].size)
			return &table->modules[i];
	return NULL;
}

/* The module that contains the runtime is the program, if it is linked in. */
static bool holds_runtime(const struct kmsan_module *module)
{
	return (uintptr_t)&holds_runtime - module->start < module->size;
}

static int add_module(struct dl_phdr_info *info, size_t size, void *arg)
{
	struct module_table *table = arg;
	struct kmsan_module *module = &table->modules[table->nr];
	const Elf64_Dyn *dynamic = NULL;
	const struct kmsan_module *old;

	(void)size;
	if (table->nr == MAX_MODULES)
		return 0;
	*module = (struct kmsan_module){.base = info->dlpi_addr,
					.name = info->dlpi_name};
	for (int i = 0; i < info->dlpi_phnum; i++) {
		const Elf64_Phdr *phdr = &info->dlpi_phdr[i];
		uintptr_t start = info->dlpi_addr + phdr->p_vaddr;

		if (phdr->p_type == PT_LOAD && phdr->p_flags & PF_X) {
			/*
			 * Usually there is one; include all if there are more.
			 */
			if (!module->size)
				module->start = start;
			module->size = start + phdr->p_memsz - module->start;
		} else if (phdr->p_type == PT_GNU_EH_FRAME) {
			module->eh_frame_hdr = (void *)start;
		} else if (phdr->p_type == PT_DYNAMIC) {
			dynamic = (void *)start;
		}
	}
	if (!module->size)
		return 0;
	old = find_in(modules_now, module->start);
	if (old && old->base == module->base && old->size == module->size) {
		module->instrumented = old->instrumented;
	} else {
		module->instrumented = holds_runtime(module)
					       ? !info->dlpi_name[0]
					       : is_instrumented(info, dynamic);
		clean_data(info);
	}
	table->nr++;
	return 0;
}

/**
 * kmsan_modules_changed() - find out again which modules are loaded
 *
 * Only one thread does it at a time; others go on with the old table.  Waiting
 * could deadlock with the dynamic linker, whose locks are taken here and which
 * allocates memory while it holds them.
 */
void kmsan_modules_changed(void)
{
	struct module_table *next;

	if (__atomic_test_and_set(&modules_busy, __ATOMIC_ACQUIRE))
		return;
	next = modules_now == module_tables ? module_tables + 1 : module_tables;
	next->nr = 0;
	kmsan_enter_runtime();
	dl_iterate_phdr(add_module, next);
	kmsan_leave_runtime();
	__atomic_store_n(&modules_now, next, __ATOMIC_RELEASE);
	kmsan_raw_memset(modules_missed, 0, sizeof(modules_missed));
	__atomic_add_fetch(&kmsan_modules_changes, 1, __ATOMIC_RELEASE);
	__atomic_clear(&modules_busy, __ATOMIC_RELEASE);
}

/**
 * kmsan_module_find() - the module that holds a code address, or NULL
 * @pc: the address
 */
const struct kmsan_module *kmsan_module_find(uintptr_t pc)
{
	uintptr_t page = pc / KMSAN_PAGE_SIZE;
	uintptr_t *missed = &modules_missed[page % MISSES];
	const struct kmsan_module *module =
		find_in(__atomic_load_n(&modules_now, __ATOMIC_ACQUIRE), pc);

	/* The C library loads modules of its own without calling dlopen(). */
	if (!module && *missed != page) {
		kmsan_modules_changed();
		module = find_in(modules_now, pc);
		if (!module)
			*missed = page;
	}
	return module;
}

bool kmsan_module_instrumented(const void *pc)
{
	const struct kmsan_module *module = kmsan_module_find((uintptr_t)pc);

	return module && module->instrumented;
}
