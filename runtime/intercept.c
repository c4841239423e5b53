// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * intercept.c - what the tables of hooks are made of.
 */
#include <dlfcn.h>

#include "intercept.h"
#include "layout.h"
#include "platform.h"

/**
 * kmsan_resolve() - address of a function of the C library
 * @name: its name
 *
 * The dynamic linker may allocate, which is safe inside of the runtime.
 */
void *kmsan_resolve(const char *name)
{
	void *address;

	kmsan_enter_runtime();
	address = dlsym(RTLD_NEXT, name);
	kmsan_leave_runtime();
	if (!address) {
		kmsan_pr("KMSAN: the C library has no function %s\n", name);
		kmsan_pr_flush();
		kmsan_platform_exit(KMSAN_EXIT_SETUP);
	}
	return address;
}

/*
 * Reports start in the hook, the one that called the functions below, so that
 * the bug is "in strlen"; the hook's caller tells one bug from another.
 */
noinline void kmsan_hook_in(const void *ptr, size_t size,
			    struct kmsan_hook hook)
{
	if (ptr && size && hook.kind == KMSAN_CALLER_INSTRUMENTED &&
	    kmsan_first_poisoned(ptr, size) != size)
		kmsan_internal_check(ptr, size, KMSAN_FRAME, hook.caller);
}

noinline void kmsan_hook_in_string(const char *s, struct kmsan_hook hook)
{
	size_t size;

	if (!s || hook.kind != KMSAN_CALLER_INSTRUMENTED)
		return;
	size = kmsan_raw_strlen(s) + 1;
	if (kmsan_first_poisoned(s, size) != size)
		kmsan_internal_check(s, size, KMSAN_FRAME, hook.caller);
}

static size_t wide_size(const wchar_t *s)
{
	size_t n = 0;

	while (s[n])
		n++;
	return (n + 1) * sizeof(*s);
}

noinline void kmsan_hook_in_wide(const wchar_t *s, struct kmsan_hook hook)
{
	size_t size;

	if (!s || hook.kind != KMSAN_CALLER_INSTRUMENTED)
		return;
	size = wide_size(s);
	if (kmsan_first_poisoned(s, size) != size)
		kmsan_internal_check(s, size, KMSAN_FRAME, hook.caller);
}

void kmsan_hook_out_string(const char *s)
{
	if (s)
		kmsan_internal_unpoison(s, kmsan_raw_strlen(s) + 1);
}

void kmsan_hook_out_wide(const wchar_t *s)
{
	if (s)
		kmsan_internal_unpoison(s, wide_size(s));
}

/* Metadata that moves with data, "stored to memory" in the calling hook. */
noinline void kmsan_hook_move(const void *dst, const void *src, size_t size)
{
	kmsan_internal_memmove(dst, src, size, KMSAN_FRAME);
}
