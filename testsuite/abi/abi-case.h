/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * abi-case.h - what a generated pair of caller and callee asks of support.c.
 *
 * Every object that is passed has a number, and gets bits of poison that follow
 * from the number alone.  Where it arrives, its shadow is compared with them.
 */
#ifndef ABI_CASE_H
#define ABI_CASE_H

#include <stdarg.h>
#include <string.h>

/* Neighbours must not share an origin with an object. */
#define OBJECT __attribute__((aligned(16)))

/* What kind of object it is, and how it arrives. */
enum {
	/* a scalar: checked at the call in eager mode, and clean then */
	SCALAR = 1,
	BOOL = 2,
	VARIADIC = 4,
	/* a result, which is never checked */
	RESULT = 8,
	/* not where it arrived: assigned to another object of its type */
	COPIED = 16,
	/* callee.c has made the call, and caller.c has been called */
	BACK = 32,
	/* it is not known whether there is room for it in the context state */
	UNSURE = 64,
	/* there is no room */
	BEYOND = 128,
	/* it has been an argument before, and was checked as that */
	AGAIN = 256,
	/* a structure that is one register's: it has one origin */
	WHOLE = 512,
	/* after an ellipsis Clang's shadow of this, and of all after it, is lost */
	LOST = 1024,
	/* a _Complex for which there may be no register: memory to Clang */
	NO_REGISTER = 2048,
	/* a copy in memory, whose address travels */
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

/* Let object @id be partly poisoned. */
void give(void *object, unsigned long size, unsigned int id, int how);
/* It is a scalar argument of the next call: eager mode is to report its poison. */
void passed(unsigned int id, int type, unsigned long size, int how);
/*
 * va_arg() begins, and has brought an object of @size bytes.  @at is where the
 * list has come on the stack, NULL if it is Microsoft's.
 */
void started(char *at);
void taken(char *at, unsigned long size, int how);
/* Object @id, of the type that masks.c knows as @type, has arrived. */
void arrive(const char *what, void *object, unsigned long size, int type,
	    unsigned int id, int how);
/* For the test of the tests: look one byte further. */
#ifdef ABI_SHIFT
#define arrive(what, object, ...) arrive(what, (char *)(object) + 1, __VA_ARGS__)
#endif
/* One call of the test and what comes of it. */
void begin(const char *name);
void end(void);

/* From masks.c: set the bits that an object of this type has a meaning for. */
void mask_of(int type, void *mask);
/* From caller.c. */
void run_all(void);

#endif /* ABI_CASE_H */
