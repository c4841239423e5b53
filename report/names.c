// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * names.c - names of functions as they are compared between builds.
 *
 * A compiler that changes a function gives the copy a name of its own, with a
 * suffix; which copy it is does not matter here.  Each name is kept once.
 */
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>

#include "names.h"
#include "report.h"

#define NR_SLOTS (1 << 14)

static struct name *slots[NR_SLOTS];

/* What GCC and Clang add to the names of functions, up to the end. */
static const char *const suffixes[] = {
	".part.",	 ".constprop.", ".isra.", ".cold",
	".lto_priv.",	 ".localalias", ".llvm.", ".__uniq.",
	".specialized.", ".clone.",	NULL,
};

/* Patterns as of fnmatch(3). */
static const char *const instrumentation[] = {
	"__msan_*",
	"kmsan_*",
	"__kmsan_*",
	"dump_stack",
	"__dump_stack",
	"dump_stack_lvl",
	"save_stack_trace*",
	"stack_trace_save*",
	NULL,
};

static const char *const allocators[] = {
	/* The kernel's; for a use after free also what frees. */
	"kmalloc*",
	"__kmalloc*",
	"__do_kmalloc*",
	"kzalloc*",
	"kcalloc*",
	"krealloc*",
	"__do_krealloc*",
	"kvmalloc*",
	"__kvmalloc*",
	"kvzalloc*",
	"kmem_cache_alloc*",
	"__kmem_cache_alloc*",
	"slab_*",
	"__slab_*",
	"___slab_*",
	"new_slab*",
	"allocate_slab*",
	"alloc_slab_page*",
	"alloc_page*",
	"__alloc_page*",
	"__alloc_frozen_page*",
	"alloc_frozen_page*",
	"folio_alloc*",
	"__folio_alloc*",
	"vma_alloc_folio*",
	"get_free_pages*",
	"__get_free_pages*",
	"get_zeroed_page*",
	"vmalloc*",
	"__vmalloc*",
	"vzalloc*",
	"prep_new_page*",
	"get_page_from_freelist*",
	"rmqueue*",
	"kfree*",
	"__kfree*",
	"kmem_cache_free*",
	"__kmem_cache_free*",
	"kvfree*",
	"vfree*",
	"free_page*",
	"__free_page*",
	"free_unref*",
	"do_slab_free*",
	"___cache_free*",
	"__cache_free*",
	/* User space's. */
	"malloc",
	"calloc",
	"realloc",
	"reallocarray",
	"aligned_alloc",
	"memalign",
	"posix_memalign",
	"valloc",
	"pvalloc",
	"free",
	"_Znwm*",
	"_Znam*",
	"_Zdl*",
	"_Zda*",
	NULL,
};

static const char *const helpers[] = {
	"memcpy",
	"memmove",
	"memset",
	"memcmp",
	"memchr",
	"memchr_inv",
	"memscan",
	"strlen",
	"strnlen",
	"strcmp",
	"strncmp",
	"strcasecmp",
	"strncasecmp",
	"strcpy",
	"strncpy",
	"strlcpy",
	"strscpy",
	"sized_strscpy",
	"strcat",
	"strncat",
	"strlcat",
	"strchr",
	"strchrnul",
	"strnchr",
	"strrchr",
	"strstr",
	"strnstr",
	"strspn",
	"strcspn",
	"strpbrk",
	"strsep",
	"strdup",
	"kstrdup",
	"strdup_user",
	"printf",
	"fprintf",
	"dprintf",
	"vprintf",
	"vfprintf",
	"vsnprintf",
	"snprintf",
	"vscnprintf",
	"scnprintf",
	"vsprintf",
	"sprintf",
	"asprintf",
	"vasprintf",
	"kasprintf",
	"kvasprintf",
	"string",
	"string_nocheck",
	"number",
	"pointer",
	"put_dec",
	"put_dec_*",
	"format_decode",
	"hex_string",
	"hex_dump_to_buffer",
	"print_hex_dump*",
	"printk",
	"_printk",
	"vprintk*",
	"printk_sprint",
	"seq_printf",
	"seq_vprintf",
	"copy_to_user",
	"_copy_to_user",
	"__copy_to_user",
	"_inline_copy_to_user",
	"instrument_copy_to_user",
	"_copy_to_iter",
	"copy_to_iter",
	"copy_to_user_iter",
	"iterate_and_advance*",
	"instrument_put_user",
	"fwrite",
	"fputs",
	"puts",
	"write",
	"send",
	"sendto",
	"sendmsg",
	"writev",
	"pwrite",
	NULL,
};

/* Compilers call one for the other. */
static const struct alias {
	const char *name, *same;
} aliases[] = {
	{"bcmp", "memcmp"},	  {"__memcpy", "memcpy"},
	{"__memmove", "memmove"}, {"__memset", "memset"},
	{"__memcmp", "memcmp"},
};

static bool in_list(const char *name, const char *const *patterns)
{
	for (; *patterns; patterns++)
		if (!fnmatch(*patterns, name, 0))
			return true;
	return false;
}

/**
 * name_of_text() - the one name with a text
 * @text: need not end in a NUL
 * @size: bytes
 */
const struct name *name_of_text(const char *text, size_t size)
{
	unsigned long hash = 5381;
	struct name **slot, *name;

	for (size_t i = 0; i < size; i++)
		hash = hash * 33 + (unsigned char)text[i];
	slot = &slots[hash % NR_SLOTS];
	for (name = *slot; name; name = name->next)
		if (name->hash == hash && !strncmp(name->text, text, size) &&
		    !name->text[size])
			return name;
	name = xalloc(NULL, sizeof(*name) + size + 1, 1);
	*name = (struct name){.next = *slot, .hash = hash};
	memcpy(name->text, text, size);
	name->text[size] = 0;
	name->instrumentation = in_list(name->text, instrumentation);
	name->allocator = in_list(name->text, allocators);
	name->helper = in_list(name->text, helpers);
	*slot = name;
	return name;
}

/**
 * name_of_function() - a function's name in any build
 * @text: its name in one
 */
const struct name *name_of_function(const char *text)
{
	const char *end = text + strlen(text), *found;

	for (const char *const *suffix = suffixes; *suffix; suffix++) {
		found = strstr(text, *suffix);
		if (found && found != text && found < end)
			end = found;
	}
	for (size_t i = 0; i < sizeof(aliases) / sizeof(*aliases); i++)
		if (!strcmp(text, aliases[i].name))
			return name_of_text(aliases[i].same,
					    strlen(aliases[i].same));
	return name_of_text(text, end - text);
}

/**
 * name_of_variable() - a variable's name in any build
 * @text: its name in one; Clang adds ".i" where it inlined, ".addr" to
 *	parameters, ".sroa.0" and ".coerce" to parts, and numbers
 *
 * Return: NULL for a variable that a compiler has made, whose name says
 * nothing.
 */
const struct name *name_of_variable(const char *text)
{
	static const char *const temporaries[] = {
		"agg.tmp*",
		"ref.tmp*",
		"undef.agg*",
		"tmp",
		"tmp*.*",
		"byval-temp*",
		"coerce*",
		"retval",
		".compound*",
		"compoundlit*",
		"cleanup.dest*",
		"saved_stack*",
		"vla",
		"vla.*",
		"vla[0-9]*",
		"alloca",
		"<*",
		"D.*",
		NULL,
	};

	if (!*text || in_list(text, temporaries))
		return NULL;
	return name_of_text(text, strcspn(text, ".$"));
}

void names_free(void)
{
	struct name *next;

	for (size_t i = 0; i < NR_SLOTS; i++) {
		for (struct name *name = slots[i]; name; name = next) {
			next = name->next;
			free(name);
		}
		slots[i] = NULL;
	}
}
