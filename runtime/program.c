// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * program.c - whether the runtime can work in the program that it is part of.
 */
#include <dlfcn.h>
#include <elf.h>

#include "init.h"

#ifdef PIC
extern const char __ehdr_start __attribute__((visibility("hidden")));
extern const char _end __attribute__((visibility("hidden")));

/* Do the program's calls of a function reach this library? */
static bool is_ours(const char *name, const char **whose)
{
	const char *function = dlsym(RTLD_DEFAULT, name);
	Dl_info info;

	*whose = dladdr(function, &info) ? info.dli_fname : "another library";
	return function >= &__ehdr_start && function < &_end;
}

static const char *runtime_path(void)
{
	Dl_info info;

	return dladdr(&__ehdr_start, &info) ? info.dli_fname : "libkmsan.so";
}

/**
 * kmsan_program_usable() - whether the runtime can work in this program
 *
 * An uninstrumented program may get the runtime through an instrumented
 * library, but after the C library, whose writes the runtime would not see
 * then.
 */
bool kmsan_program_usable(void)
{
	const char *whose;

	if (!is_ours("__msan_get_context_state", &whose))
		kmsan_pr("KMSAN: %s has a runtime of its own; "
			 "link it with --kmsan-shared, too\n",
			 whose);
	else if (!is_ours("__libc_start_main", &whose))
		kmsan_pr("KMSAN: libkmsan.so comes after %s, whose functions "
			 "it replaces; start the program with LD_PRELOAD=%s\n",
			 whose, runtime_path());
	else
		return true;
	kmsan_pr_flush();
	return false;
}
#else
extern const Elf64_Ehdr __ehdr_start __attribute__((visibility("hidden")));

/**
 * kmsan_program_usable() - whether the runtime can work in this program
 *
 * A program with its own copy of the C library has no dynamic linker, which
 * finds the functions behind the hooks, and the library's calls of its own
 * functions cannot be told from the program's.
 */
bool kmsan_program_usable(void)
{
	const Elf64_Phdr *phdr = (const void *)((const char *)&__ehdr_start +
						__ehdr_start.e_phoff);

	for (int i = 0; i < __ehdr_start.e_phnum; i++)
		if (phdr[i].p_type == PT_INTERP)
			return true;
	kmsan_pr("KMSAN: this program was linked with -static; "
		 "link it without, so that the C library is shared\n");
	kmsan_pr_flush();
	return false;
}
#endif
