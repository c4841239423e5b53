// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * intercept.c - what the hooks share.
 */
#include <dlfcn.h>
#include <netinet/in.h>
#include <sys/uio.h>
#include <sys/un.h>

#include "intercept.h"
#include "layout.h"
#include "platform.h"

/*
 * A program that was linked without these libraries finds their functions here,
 * in the runtime, and need not have them.
 */
static void *resolve_elsewhere(const char *name)
{
	static const char *const libraries[] = {
		"libm.so.6",
		"libresolv.so.2",
		"libcrypt.so.1",
	};
	void *address = NULL;

	for (size_t i = 0; i < ARRAY_SIZE(libraries) && !address; i++) {
		void *library = dlopen(libraries[i], RTLD_LAZY);

		if (library)
			address = dlsym(library, name);
	}
	return address;
}

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
	if (!address)
		address = resolve_elsewhere(name);
	kmsan_leave_runtime();
	if (!address) {
		kmsan_pr("KMSAN: the C library has no function %s\n", name);
		kmsan_pr_flush();
		kmsan_platform_exit(KMSAN_EXIT_SETUP);
	}
	return address;
}

/*
 * Reports start in the hook, which has called one of the functions below, so
 * that the bug is "in strlen"; the hook's caller tells one bug from another.
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

/*
 * Let metadata move with data that are "stored to memory" in the calling hook.
 */
noinline void kmsan_hook_move(const void *dst, const void *src, size_t size)
{
	kmsan_internal_memmove(dst, src, size, KMSAN_FRAME);
}

void kmsan_check_vector(const struct iovec *vector, long nr,
			const struct kmsan_frame *frame, struct kmsan_hook hook)
{
	if (hook.kind != KMSAN_CALLER_INSTRUMENTED || nr <= 0 || !vector)
		return;
	kmsan_internal_check(vector, nr * sizeof(*vector), frame, hook.caller);
	for (long i = 0; i < nr; i++)
		kmsan_internal_check(vector[i].iov_base, vector[i].iov_len,
				     frame, hook.caller);
}

noinline void kmsan_hook_in_vector(const struct iovec *vector, long nr,
				   struct kmsan_hook hook)
{
	kmsan_check_vector(vector, nr, KMSAN_FRAME, hook);
}

void kmsan_hook_out_vector(const struct iovec *vector, long nr, ssize_t size)
{
	for (long i = 0; i < nr && size > 0; i++) {
		size_t n = vector[i].iov_len;

		if (n > (size_t)size)
			n = size;
		kmsan_hook_out(vector[i].iov_base, n);
		size -= n;
	}
}

/* Programs pass whole structures, whose unused parts may be uninitialised. */
static size_t address_size(const struct sockaddr *address, socklen_t length)
{
	size_t path = offsetof(struct sockaddr_un, sun_path), n = length;
	const char *s = (const char *)address;

	if (length < sizeof(address->sa_family))
		return length;
	switch (address->sa_family) {
	case AF_INET:
		n = offsetof(struct sockaddr_in, sin_zero);
		break;
	case AF_INET6:
		n = sizeof(struct sockaddr_in6);
		break;
	case AF_UNIX:
		/*
		 * A name that begins with a zero has the length that is given.
		 */
		if (length <= path || !s[path])
			return length;
		n = path;
		while (n < length && s[n])
			n++;
		n++;
		break;
	}
	return n < length ? n : length;
}

void kmsan_check_address(const void *address, socklen_t length,
			 const struct kmsan_frame *frame,
			 struct kmsan_hook hook)
{
	if (!address || hook.kind != KMSAN_CALLER_INSTRUMENTED)
		return;
	length = address_size(address, length);
	if (kmsan_first_poisoned(address, length) != length)
		kmsan_internal_check(address, length, frame, hook.caller);
}

noinline void kmsan_hook_in_address(const void *address, socklen_t length,
				    struct kmsan_hook hook)
{
	kmsan_check_address(address, length, KMSAN_FRAME, hook);
}

void kmsan_hook_out_address(void *address, const socklen_t *length,
			    socklen_t room)
{
	if (!length || !address)
		return;
	kmsan_hook_out(length, sizeof(*length));
	kmsan_hook_out(address, *length < room ? *length : room);
}
