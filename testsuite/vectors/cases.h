/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * cases.h - calls of intrinsics; see generate.py.
 *
 * Built three times: without the plugin, and with it at two levels; NAME() keeps
 * them apart.
 */
#ifndef CASES_H
#define CASES_H

/**
 * struct vector_case - a call of an intrinsic
 * @name: of the intrinsic
 * @label: the same with its immediates
 * @size: of the result, in bytes
 * @operands: for each V (value), R (pointer to what is read) or W (to what is
 *	also written), and its bytes
 * @call: stores the result through its first argument
 */
struct vector_case {
	const char *name;
	const char *label;
	int size;
	const char *operands;
	void (*call)(void *r, void *const *a);
};

extern const struct vector_case plain_cases[], o0_cases[], o2_cases[];

#ifdef PREFIX
#include <immintrin.h>

#define JOIN(A, B) A##B
#define NAMED(PREFIX, X) JOIN(PREFIX, X)
#define NAME(X) NAMED(PREFIX, X)

#define TARGET                                                                \
	__attribute__((noipa, target("avx2,fma,f16c,aes,pclmul,bmi,bmi2,lzcnt," \
				     "popcnt,adx,sha")))
#endif

#endif /* CASES_H */
