/*
 * hook.h - what functions of the C library write, byte by byte.
 *
 *	WRITES(object, from, n, call)
 *		object is uninitialised; the call initialises n bytes of it from
 *		byte "from" on, and no others
 *	WRITES_ALL(object, call), WRITES_NOTHING(object, call)
 *
 * The first difference ends the program and prints its line.  What the call
 * expects in the object is set in the call, as in (object.n = 1, f(&object)).
 */
#ifndef HOOK_H
#define HOOK_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif

#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include "shadow.h"

__no_sanitize_memory noipa __attribute__((unused)) static void
expect_written(int line, void *object, size_t size, size_t from, size_t n)
{
	for (size_t i = 0; i < size; i++) {
		struct metadata meta =
			__msan_metadata_ptr_for_load_n((char *)object + i, 1);

		if (!*meta.shadow == (i >= from && i < from + n))
			continue;
		fprintf(stderr, "line %d: byte %zu is %sinitialised\n", line, i,
			*meta.shadow ? "not " : "");
		_Exit(1);
	}
}

#define WRITES(object, from, n, call)                                          \
	do {                                                                   \
		kmsan_poison_memory(&(object), sizeof(object));                \
		(void)(call);                                                  \
		expect_written(__LINE__, &(object), sizeof(object), from, n);  \
	} while (0)
#define WRITES_ALL(object, call) WRITES(object, 0, sizeof(object), call)
#define WRITES_NOTHING(object, call) WRITES(object, 0, 0, call)

/* For calls that have to succeed, and for those that must not. */
#define must(condition)                                                        \
	((condition) ? 0 : (fprintf(stderr, "line %d: %s\n", __LINE__,         \
				    #condition),                               \
			    _Exit(2), 0))

#endif /* HOOK_H */
