/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * types.h - the types of what the generated functions pass.
 *
 * A type is a number; in the generated C type 5 is called t5.
 */
#ifndef ABI_TYPES_H
#define ABI_TYPES_H

#include <stdbool.h>
#include <stdio.h>

/* A random number below @n; the same ones for the same seed. */
unsigned int random_below(unsigned int n);
void random_seed(unsigned long seed);

/* Make the scalar types, which are the first ones; return how many. */
int types_make_scalars(bool sse);
/* Make all the types that are listed: each size, and each feature. */
void types_make_listed(void);
/* Make a structure or union of random members; return its number. */
int types_make_random(void);
int types_count(void);

/* The scalar of this name. */
int type_called(const char *name);
unsigned int type_size(int type);
bool type_is_scalar(int type);
/* Is it passed like a structure nevertheless? */
bool type_is_in_memory(int type);
bool type_is_complex(int type);
bool type_is_bool(int type);
bool type_is_vector(int type);
/* In Microsoft's convention, do GCC and Clang 19 pass it differently? */
bool type_differs(int type);
/*
 * Would it fit in a register, if there were one?  GCC's callee then moves it to
 * a place that the plugin does not know.
 */
bool type_may_be_moved(int type);
/* Is it a structure that is passed in one register of 16 bytes? */
bool type_is_whole(int type);
/* Is it a vector of integers, or a structure that is one? */
bool type_is_lost(int type);
/* Does it change when it is passed after an ellipsis? */
bool type_is_promoted(int type);
/* Print what has been covered by passing an object of this type. */
void type_cover(const char *how, int type);

/* Write the definitions, and the functions of masks.c. */
void types_write(FILE *to);
void types_write_masks(FILE *to);

#endif /* ABI_TYPES_H */
