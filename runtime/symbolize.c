// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * symbolize.c - code addresses as functions, files and lines.
 *
 * Runs only while a report is printed: under the lock, on a stack of its own,
 * with allocations from the arena.  Names come from the symbol tables; files,
 * lines and inlined functions from libdw.
 */
#include <errno.h>

#include "elf-file.h"
#include "inlined.h"
#include "modules.h"
#include "platform.h"

#define MAX_FILES 256

/* Files stay open: the next report is likely to need them again. */
struct symbol_file {
	uintptr_t start, size;
	struct kmsan_elf_file elf;
	Dwarf *dwarf;
};

/* Protected by the lock. */
static struct symbol_file symbol_files[MAX_FILES];
static unsigned int nr_symbol_files;

/* A code address, looked up. */
struct location {
	const char *function;
	u64 offset;
	u64 size;
	/* The address, as the file counts addresses. */
	u64 addr;
	struct symbol_file *file;
	/* NULL for code that belongs to no file. */
	const struct kmsan_module *module;
};

/* Distribution packages keep debug information aside, by build id. */
static int open_debug_file(const struct kmsan_elf_file *elf)
{
	const Elf64_Ehdr *header = (const void *)elf->image;
	const Elf64_Phdr *phdr = (const void *)(elf->image + header->e_phoff);
	char path[128] = "/usr/lib/debug/.build-id/";
	size_t n = kmsan_raw_strlen(path);

	for (unsigned int i = 0; i < header->e_phnum; i++) {
		const Elf64_Nhdr *note =
			(const void *)(elf->image + phdr[i].p_offset);
		const u8 *id = (const u8 *)(note + 1) + 4;

		if (phdr[i].p_type != PT_NOTE ||
		    phdr[i].p_offset + sizeof(*note) > elf->size ||
		    note->n_type != NT_GNU_BUILD_ID || note->n_descsz > 32)
			continue;
		for (u32 b = 0; b < note->n_descsz; b++) {
			path[n++] = "0123456789abcdef"[id[b] >> 4];
			path[n++] = "0123456789abcdef"[id[b] & 15];
			if (!b)
				path[n++] = '/';
		}
		kmsan_raw_memcpy(path + n, ".debug", sizeof(".debug"));
		return kmsan_platform_open(path);
	}
	return -1;
}

/* From the mapped image, so that no descriptor of the program is used up. */
static Dwarf *open_dwarf(const struct kmsan_elf_file *elf)
{
	Elf *handle;

	if (!elf->image)
		return NULL;
	elf_version(EV_CURRENT);
	handle = elf_memory((char *)elf->image, elf->size);
	return handle ? dwarf_begin_elf(handle, DWARF_C_READ, NULL) : NULL;
}

static void open_symbol_file(struct symbol_file *file, const char *name)
{
	int fd = kmsan_platform_open(*name ? name : "/proc/self/exe");
	struct kmsan_elf_file debug;

	if (fd < 0)
		return;
	kmsan_elf_open(&file->elf, fd);
	kmsan_platform_close(fd);
	file->dwarf = open_dwarf(&file->elf);
	if (file->dwarf || !file->elf.image)
		return;
	fd = open_debug_file(&file->elf);
	if (fd < 0)
		return;
	if (kmsan_elf_open(&debug, fd)) {
		file->dwarf = open_dwarf(&debug);
		/* A stripped file's own table has only the exported names. */
		file->elf = debug;
	}
	kmsan_platform_close(fd);
}

static struct symbol_file *find_symbol_file(const struct kmsan_module *module)
{
	struct symbol_file *file;

	for (unsigned int i = 0; i < nr_symbol_files; i++)
		if (symbol_files[i].start == module->start &&
		    symbol_files[i].size == module->size)
			return &symbol_files[i];
	if (nr_symbol_files == MAX_FILES)
		return NULL;
	file = &symbol_files[nr_symbol_files++];
	file->start = module->start;
	file->size = module->size;
	open_symbol_file(file, module->name);
	return file;
}

static bool locate(unsigned long pc, struct location *location)
{
	const struct kmsan_module *module = kmsan_module_find(pc - 1);
	const Elf64_Sym *symbol = NULL;

	*location = (struct location){.addr = pc - 1};
	if (!module)
		return false;
	location->module = module;
	location->addr -= module->base;
	location->file = find_symbol_file(module);
	if (location->file)
		symbol = kmsan_elf_function(&location->file->elf,
					    location->addr);
	if (!symbol)
		return false;
	location->function = location->file->elf.strings + symbol->st_name;
	location->offset = location->addr + 1 - symbol->st_value;
	location->size = symbol->st_size;
	return true;
}

/* The last part of a module's path; that of the program is not known here. */
static const char *module_name(const struct kmsan_module *module)
{
	const char *name = module->name, *p;

	if (!*name)
		return program_invocation_short_name;
	for (p = name; *p; p++)
		if (*p == '/')
			name = p + 1;
	return name;
}

/*
 * An address without a name differs in each process: its place in its file
 * identifies it.
 */
static void print_location(const struct location *location, unsigned long pc)
{
	if (location->function)
		kmsan_pr("%s+0x%lx/0x%lx", location->function, location->offset,
			 location->size);
	else if (location->module)
		kmsan_pr("%p [%s+0x%lx]", (void *)pc,
			 module_name(location->module), location->addr + 1);
	else
		kmsan_pr("%p", (void *)pc);
}

void kmsan_pr_symbol(unsigned long pc)
{
	struct location location;

	locate(pc, &location);
	print_location(&location, pc);
}

enum kmsan_frame_kind kmsan_frame_kind(unsigned long pc)
{
	struct location location;

	if (!locate(pc, &location))
		return KMSAN_FRAME_PLAIN;
	if (!kmsan_raw_strcmp(location.function, "kmsan_thread_start"))
		return KMSAN_FRAME_BEYOND;
	if (!kmsan_raw_memcmp(location.function, "kmsan_", 6) ||
	    !kmsan_raw_memcmp(location.function, "__msan_", 7))
		return KMSAN_FRAME_RUNTIME;
	if (!kmsan_raw_strcmp(location.function, "main"))
		return KMSAN_FRAME_LAST;
	return KMSAN_FRAME_PLAIN;
}

bool kmsan_in_profiler(unsigned long pc)
{
	struct location location;

	return locate(pc, &location) &&
	       (!kmsan_raw_memcmp(location.function, "gcov_", 5) ||
		!kmsan_raw_memcmp(location.function, "__gcov_", 7));
}

/* Clang writes no table from addresses to units, so search all units. */
static bool find_unit(Dwarf *dwarf, u64 addr, Dwarf_Die *unit)
{
	Dwarf_Off offset = 0, next;
	size_t header_size;

	if (dwarf_addrdie(dwarf, addr, unit))
		return true;
	for (; !dwarf_nextcu(dwarf, offset, &next, &header_size, NULL, NULL,
			     NULL);
	     offset = next) {
		if (dwarf_offdie(dwarf, offset + header_size, unit) &&
		    dwarf_haspc(unit, addr) > 0)
			return true;
	}
	return false;
}

static void print_line(const char *path, int number)
{
	kmsan_pr(" %s:%d", path ? path : "?", number);
}

static bool print_lines(const struct location *location, unsigned long pc)
{
	struct kmsan_inlined inlined = {.nr = 0};
	const char *path, *name;
	Dwarf_Die unit, *die;
	Dwarf_Line *line;
	int number;

	if (!find_unit(location->file->dwarf, location->addr, &unit))
		return false;
	line = dwarf_getsrc_die(&unit, location->addr);
	if (!line || dwarf_lineno(line, &number))
		return false;
	path = kmsan_short_path(&unit, dwarf_linesrc(line, NULL, NULL));
	kmsan_find_inlined(&inlined, &unit, location->addr, 0);
	while (inlined.nr) {
		die = &inlined.function[--inlined.nr];
		name = dwarf_diename(die);
		kmsan_pr(" %s", name ? name : "?");
		print_line(path, number);
		kmsan_pr(" [inline]\n");
		path = kmsan_call_path(&unit, die);
		number = kmsan_dwarf_number(die, DW_AT_call_line);
	}
	kmsan_pr(" ");
	print_location(location, pc);
	print_line(path, number);
	kmsan_pr("\n");
	return true;
}

void kmsan_pr_frame(unsigned long pc)
{
	struct location location;

	locate(pc, &location);
	if (location.file && location.file->dwarf && print_lines(&location, pc))
		return;
	kmsan_pr(" ");
	print_location(&location, pc);
	kmsan_pr("\n");
}
