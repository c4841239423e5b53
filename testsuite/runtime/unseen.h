/*
 * unseen.h - copies that the compiler does not see, and metadata to try them on.
 *
 *	left = copy_unseen(to, from, n)
 *		copies with a string instruction and tells the runtime.  A fault
 *		(after catch_faults()) ends it; left is what was not copied
 *	scatter(p, n, seed)
 *		gives memory a shadow that differs from byte to byte
 *	struct metadata_copy m = save_metadata(p, n)
 *	expect_moved(to, size, before, source, at, n)
 *		of the size bytes at @to, n from @at on have the metadata that
 *		the source had, and all else has what it had before
 */
#ifndef UNSEEN_H
#define UNSEEN_H

/* For the names of registers. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif

#include <signal.h>
#include <string.h>
#include <ucontext.h>
#include "shadow.h"

#define ORIGIN_SIZE 4

noipa __attribute__((unused)) static size_t
copy_unseen(void *to, const void *from, size_t n)
{
	void *d = to;
	const void *s = from;
	size_t left = n;

	instrument_memcpy_before(to, from, n);
	__asm__ volatile("rep movsb" : "+D"(d), "+S"(s), "+c"(left) : : "memory");
	instrument_memcpy_after(to, from, n, left);
	return left;
}

/* rep movsb is two bytes, and its count is what is left. */
__no_sanitize_memory static void skip_copy(int signal, siginfo_t *info,
					   void *context)
{
	ucontext_t *uc = context;
	const unsigned char *pc = (void *)uc->uc_mcontext.gregs[REG_RIP];

	(void)info;
	if (pc[0] != 0xf3 || pc[1] != 0xa4)
		_Exit(signal);
	uc->uc_mcontext.gregs[REG_RIP] += 2;
}

__attribute__((unused)) static void catch_faults(void)
{
	struct sigaction action;

	memset(&action, 0, sizeof(action));
	action.sa_sigaction = skip_copy;
	action.sa_flags = SA_SIGINFO;
	sigaction(SIGSEGV, &action, NULL);
}

struct metadata_copy {
	unsigned char *shadow;
	unsigned int *origin; /* of each byte */
};

__no_sanitize_memory noipa __attribute__((unused)) static struct metadata_copy
save_metadata(void *p, size_t n)
{
	struct metadata_copy m = {malloc(n), malloc(n * sizeof(*m.origin))};

	for (size_t i = 0; i < n; i++) {
		struct metadata meta =
			__msan_metadata_ptr_for_load_n((char *)p + i, 1);

		m.shadow[i] = *meta.shadow;
		m.origin[i] = *meta.origin;
	}
	return m;
}

__no_sanitize_memory noipa __attribute__((unused)) static void
scatter(void *p, size_t n, unsigned int seed)
{
	static const unsigned char shadows[] = {0, 0xff, 0, 0x5a, 0,
						0x80, 0xff, 0, 1, 0xff};
	char *bytes = p;

	for (size_t i = 0; i < n; i++) {
		if (i == 0 || (size_t)(bytes + i) % ORIGIN_SIZE == 0)
			kmsan_poison_memory(bytes + i, 1);
		seed = seed * 1103515245 + 12345;
		*__msan_metadata_ptr_for_store_n(bytes + i, 1).shadow =
			shadows[(seed >> 16) % sizeof(shadows)];
	}
}

__attribute__((unused)) static void moved_wrongly(const char *what, size_t at,
						  unsigned int found,
						  unsigned int expected)
{
	fprintf(stderr, "byte %zu: %s %x, expected %x\n", at, what, found,
		expected);
	_Exit(1);
}

/*
 * A slot that has received poison has a new origin; a slot that has not may
 * lose its origin only when no poison is left in it.
 */
__no_sanitize_memory noipa __attribute__((unused)) static void
expect_moved(void *to, size_t size, struct metadata_copy before,
	     struct metadata_copy source, size_t at, size_t n)
{
	struct metadata_copy after = save_metadata(to, size);
	size_t skew = (size_t)to % ORIGIN_SIZE;

	for (size_t i = 0; i < size; i++) {
		int copied = i >= at && i < at + n;
		unsigned char expected =
			copied ? source.shadow[i - at] : before.shadow[i];
		size_t first = (i + skew) / ORIGIN_SIZE * ORIGIN_SIZE;
		int received = 0;

		if (after.shadow[i] != expected)
			moved_wrongly("shadow", i, after.shadow[i], expected);
		if (!expected)
			continue;
		for (size_t j = first; j < first + ORIGIN_SIZE; j++)
			received |= j >= at + skew && j < at + n + skew &&
				    source.shadow[j - skew - at];
		if (!received && after.origin[i] != before.origin[i])
			moved_wrongly("origin", i, after.origin[i],
				      before.origin[i]);
		if (received && (!after.origin[i] ||
				 after.origin[i] == before.origin[i]))
			moved_wrongly("origin stayed", i, after.origin[i], 0);
	}
}

#endif /* UNSEEN_H */
