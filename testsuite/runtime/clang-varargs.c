/* Variadic arguments go to Clang's code and back with their shadow. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-modes lazy } */
/* { dg-kmsan-levels -O0 -O2 } */
/* { dg-kmsan-clang clang-pass.c -O2 } */
#include <stdarg.h>
#include <string.h>
#include "shadow.h"
#include "helpers/clang-pass.h"

#define PASS(name, type)                                                      \
	static union {                                                        \
		type value;                                                   \
		char bytes[sizeof(type)];                                     \
	} from_##name, to_##name;                                             \
	noipa static void expect_##name(unsigned i)                           \
	{                                                                     \
		for (unsigned j = 0; j < sizeof(type); j++)                   \
			expect_shadow(to_##name.bytes[j], i == j ? 0x5a : 0); \
		memset(&to_##name, 0, sizeof(to_##name));                     \
	}                                                                     \
	static unsigned poisoned_##name;                                      \
	noipa static void take_##name(int skip, ...)                          \
	{                                                                     \
		va_list list;                                                 \
		va_start(list, skip);                                         \
		while (skip--)                                                \
			use(va_arg(list, int) == 77);                         \
		to_##name.value = va_arg(list, type);                         \
		va_end(list);                                                 \
		expect_##name(poisoned_##name);                               \
	}                                                                     \
	noipa static void check_##name(void)                                  \
	{                                                                     \
		for (unsigned i = 0; i < sizeof(type); i++) {                 \
			if (!strcmp(#type, "long double") && i >= 10)         \
				continue;                                     \
			poison_bits(from_##name.bytes[i], 0x5a);              \
			poisoned_##name = i;                                  \
			clang_fetch_##name(&to_##name.value, 0,               \
					   from_##name.value);                \
			expect_##name(i);                                     \
			clang_fetch_##name(&to_##name.value, 7, 1, 2, 3, 4, 5,\
					   6, 7, from_##name.value);          \
			expect_##name(i);                                     \
			clang_call_variadic_##name(take_##name,               \
						   &from_##name.value);       \
			from_##name.bytes[i] = 0;                             \
		}                                                             \
	}

#define ALL_OF_THEM(X)              \
	X(integer, int)             \
	X(long_int, long)           \
	X(pointer, void *)          \
	X(twice, double)            \
	X(extended, long double)    \
	STRUCTS(X)

ALL_OF_THEM(PASS)

#define CHECK(name, type) check_##name();

int main(void)
{
	ALL_OF_THEM(CHECK)
	return 0;
}
