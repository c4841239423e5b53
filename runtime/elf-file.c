// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * elf-file.c - names of functions from the symbol table of an ELF file.
 *
 * It finds static functions, which the dynamic linker's own look-up does not,
 * and needs no debug information.
 */
#include "elf-file.h"
#include "platform.h"

/* A section's contents, if they lie within the file. */
static const void *section_data(const struct kmsan_elf_file *file,
				const Elf64_Shdr *section)
{
	if (section->sh_offset > file->size ||
	    section->sh_size > file->size - section->sh_offset)
		return NULL;
	return file->image + section->sh_offset;
}

static void use_table(struct kmsan_elf_file *file, const Elf64_Shdr *sections,
		      unsigned int nr, const Elf64_Shdr *table)
{
	if (table->sh_link >= nr || table->sh_entsize != sizeof(Elf64_Sym))
		return;
	file->symbols = section_data(file, table);
	file->strings = section_data(file, &sections[table->sh_link]);
	file->nr_symbols = table->sh_size / sizeof(Elf64_Sym);
	if (!file->strings)
		file->symbols = NULL;
}

/**
 * kmsan_elf_open() - map an ELF file and find its symbols
 * @file: where to note them
 * @fd: the open file, which may be closed afterwards
 */
bool kmsan_elf_open(struct kmsan_elf_file *file, int fd)
{
	const Elf64_Ehdr *header;
	const Elf64_Shdr *sections;

	*file = (struct kmsan_elf_file){.size = 0};
	file->image = kmsan_platform_map_file(fd, &file->size);
	header = (const void *)file->image;
	if (!header || file->size < sizeof(*header) ||
	    kmsan_raw_memcmp(header->e_ident, ELFMAG, SELFMAG) ||
	    header->e_ident[EI_CLASS] != ELFCLASS64 ||
	    header->e_shoff > file->size ||
	    header->e_shnum * sizeof(*sections) > file->size - header->e_shoff)
		return false;
	sections = (const void *)(file->image + header->e_shoff);
	for (unsigned int i = 0; i < header->e_shnum; i++) {
		if (sections[i].sh_type == SHT_SYMTAB ||
		    (sections[i].sh_type == SHT_DYNSYM && !file->symbols))
			use_table(file, sections, header->e_shnum,
				  &sections[i]);
	}
	return file->symbols;
}

/* Of several names for one place, prefer the one that programs link against. */
static bool better_name(const Elf64_Sym *a, const Elf64_Sym *b)
{
	if (a->st_value != b->st_value)
		return a->st_value > b->st_value;
	return ELF64_ST_BIND(a->st_info) == STB_GLOBAL &&
	       ELF64_ST_BIND(b->st_info) != STB_GLOBAL;
}

/**
 * kmsan_elf_function() - the function that covers an address, or NULL
 * @file: the file
 * @addr: the address, as the file counts addresses
 */
const Elf64_Sym *kmsan_elf_function(const struct kmsan_elf_file *file, u64 addr)
{
	const Elf64_Sym *best = NULL;

	for (size_t i = 0; file->symbols && i < file->nr_symbols; i++) {
		const Elf64_Sym *symbol = &file->symbols[i];
		unsigned int type = ELF64_ST_TYPE(symbol->st_info);

		if ((type != STT_FUNC && type != STT_GNU_IFUNC) ||
		    symbol->st_shndx == SHN_UNDEF ||
		    addr - symbol->st_value >= symbol->st_size)
			continue;
		if (!best || better_name(symbol, best))
			best = symbol;
	}
	return best;
}
