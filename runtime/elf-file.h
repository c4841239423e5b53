/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * elf-file.h - names of functions from the symbol table of an ELF file.
 */
#ifndef KMSAN_ELF_FILE_H
#define KMSAN_ELF_FILE_H

#include <elf.h>

#include "internal.h"

#pragma GCC visibility push(hidden)

/**
 * struct kmsan_elf_file - an ELF file that is mapped for reading
 * @image: the file
 * @size: its size
 * @symbols: its symbol table; the dynamic one if it was stripped
 * @nr_symbols: entries there
 * @strings: names of the symbols
 */
struct kmsan_elf_file {
	const u8 *image;
	size_t size;
	const Elf64_Sym *symbols;
	size_t nr_symbols;
	const char *strings;
};

bool kmsan_elf_open(struct kmsan_elf_file *file, int fd);
const Elf64_Sym *kmsan_elf_function(const struct kmsan_elf_file *file,
				    u64 addr);

#pragma GCC visibility pop

#endif /* KMSAN_ELF_FILE_H */
