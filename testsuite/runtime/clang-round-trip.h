/*
 * clang-round-trip.h - poison each byte of a value of each type in turn, and
 * check that it comes out in the same place: into Clang's code, out of it, and
 * there and back.
 *
 * The file that includes it defines TYPES, a list of clang-pass.h.
 */
#include <string.h>
#include "shadow.h"
#include "helpers/clang-pass.h"

#define PASS(name, type)                                                      \
	noipa static void take_##name(char c, type a, int d, type *to)        \
	{                                                                     \
		touch(&c);                                                    \
		touch(&d);                                                    \
		*to = a;                                                      \
	}                                                                     \
	noipa static void to_##name(type *to, type *from)                     \
	{                                                                     \
		clang_take_##name(1, *from, 2, to);                           \
	}                                                                     \
	noipa static void give_##name(type *to, type *from)                   \
	{                                                                     \
		*to = clang_give_##name(1, from);                             \
	}                                                                     \
	noipa static void call_##name(type *to, type *from)                   \
	{                                                                     \
		clang_call_##name(take_##name, from, to);                     \
	}                                                                     \
	noipa static void check_##name(void (*pass)(type *, type *))          \
	{                                                                     \
		static union {                                                \
			type value;                                           \
			char bytes[sizeof(type)];                             \
		} from, to;                                                   \
		memset(&from, 0, sizeof(from));                               \
		for (unsigned i = 0; i < sizeof(type); i++) {                 \
			if (is_padding(#type, i))                              \
				continue;                                     \
			poison_bits(from.bytes[i], 0x5a);                     \
			memset(&to, 0, sizeof(to));                           \
			pass(&to.value, &from.value);                         \
			for (unsigned j = 0; j < sizeof(type); j++)           \
				expect_shadow(to.bytes[j], i == j ? 0x5a : 0);\
			from.bytes[i] = 0;                                    \
		}                                                             \
	}

/* Is this byte of an object part of a long double's padding? */
noipa static int is_padding(const char *type, unsigned i)
{
	return strstr(type, "long double") && i % 16 >= 10;
}

TYPES(PASS)

#define CHECK(name, type)          \
	check_##name(to_##name);   \
	check_##name(give_##name); \
	check_##name(call_##name);

int main(void)
{
	TYPES(CHECK)
	return 0;
}
