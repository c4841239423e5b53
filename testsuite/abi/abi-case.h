/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * abi-case.h - what a generated pair of caller and callee needs from support.c.
 *
 * Every object that is passed has a number, and gets bits of poison that depend
 * on the number alone.  Where it arrives, its shadow is compared with them.
 */
#ifndef ABI_CASE_H
#define ABI_CASE_H

#include <stdarg.h>
#include <string.h>

/* Neighbours must not share an origin with an object. */
#define OBJECT __attribute__((aligned(16)))

/* What kind of object it is, and how it arrives. */
enum {
	/* a scalar: checked at the call in eager mode, then clean */
	SCALAR = 1,
	BOOL = 2,
	VARIADIC = 4,
	/* a result, which is never checked */
	RESULT = 8,
	/* not at its place of arrival: assigned to another object */
	COPIED = 16,
	/* callee.c made the call to caller.c */
	BACK = 32,
	/* it is not known whether there is room for it in the context state */
	UNSURE = 64,
	/* there is no room for it */
	BEYOND = 128,
	/* it has already been an argument, and was checked as one */
	AGAIN = 256,
	/* a structure in a single register: it has one origin */
	WHOLE = 512,
	/* after an ellipsis, Clang loses its shadow and all that follows */
	LOST = 1024,
	/* a _Complex that Clang puts in memory if registers run out */
	NO_REGISTER = 2048,
	/* a copy in memory, whose address is passed */
	REFERENCE = 4096,
};

#ifdef ABI_MS
#define CONVENTION __attribute__((ms_abi))
#define LIST __builtin_ms_va_list
#define LIST_START __builtin_ms_va_start
#define LIST_END __builtin_ms_va_end
#define STACK_OF(list) 0
#else
#define CONVENTION
#define LIST va_list
#define LIST_START va_start
#define LIST_END va_end
#define STACK_OF(list) ((list)[0].overflow_arg_area)
#endif

/* Poison part of object @id. */
void give(void *object, unsigned long size, unsigned int id, int how);
/* A scalar argument of the next call: eager mode must report its poison. */
void passed(unsigned int id, int type, unsigned long size, int how);
/*
 * va_arg() begins, and has returned an object of @size bytes.  @at is the
 * list's position on the stack, NULL if the list is Microsoft's.
 */
void started(char *at);
void taken(char *at, unsigned long size, int how);
/* Object @id, of the type that masks.c knows as @type, has arrived. */
void arrive(const char *what, void *object, unsigned long size, int type,
	    unsigned int id, int how);
/* To test the tests: look one byte further. */
#ifdef ABI_SHIFT
#define arrive(what, object, ...) arrive(what, (char *)(object) + 1, __VA_ARGS__)
#endif
/* One call under test and its results. */
void begin(const char *name);
void end(void);

/* From masks.c: set the bits that have a meaning in an object of this type. */
void mask_of(int type, void *mask);
/* From caller.c. */
void run_all(void);

#endif /* ABI_CASE_H */
