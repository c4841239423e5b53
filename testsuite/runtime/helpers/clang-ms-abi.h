/*
 * clang-ms-abi.h - functions with Microsoft's calling convention, compiled by
 * Clang.
 */
#ifndef CLANG_MS_ABI_H
#define CLANG_MS_ABI_H

struct big {
	long a, b, c;
};

struct pair {
	int a, b;
};

typedef __attribute__((ms_abi)) void ms_function(struct big, long, struct pair,
						 _Complex double);

/* Uses all of its arguments. */
ms_function clang_callee;
/* Calls it with these and two numbers. */
void clang_caller(ms_function *callee, struct big *b, struct pair *p);

#endif /* CLANG_MS_ABI_H */
