/* Structs by value bring the shadow of their memory, also with eager checks, in
   registers, on the stack and through a hidden pointer. */
/* { dg-kmsan-clean } */
#include "shadow.h"

/* The type, and how to name one of its bytes. */
#define PASS(name, ...)                                                   \
	struct name __VA_ARGS__;                                          \
	noipa static struct name identity_##name(char c, struct name a,   \
						 int d)                   \
	{                                                                 \
		touch(&c);                                                \
		touch(&d);                                                \
		return a;                                                 \
	}                                                                 \
	noipa static void pass_##name(struct name *to, struct name *from) \
	{                                                                 \
		*to = identity_##name(1, *from, 2);                       \
	}                                                                 \
	noipa static void name(void)                                      \
	{                                                                 \
		static union {                                            \
			struct name value;                                \
			char bytes[sizeof(struct name)];                  \
		} from, to;                                               \
		for (unsigned i = 0; i < sizeof(from); i++) {             \
			poison_bits(from.bytes[i], 0x5a);                 \
			kmsan_poison_memory(&to, sizeof(to));             \
			pass_##name(&to.value, &from.value);              \
			for (unsigned j = 0; j < sizeof(from); j++)       \
				expect_shadow(to.bytes[j],                \
					      i == j ? 0x5a : 0);         \
			from.bytes[i] = 0;                                \
		}                                                         \
	}

PASS(one_byte, { char c; })
PASS(three_bytes, { char c[3]; })
PASS(one_int, { int i; })
PASS(five_bytes, { char c[5]; })
PASS(two_ints, { int i, j; })
PASS(int_and_float, { int i; float f; })
PASS(two_floats, { float f, g; })
PASS(long_and_double, { long l; double d; })
PASS(double_and_long, { double d; long l; })
PASS(thirteen_bytes, { char c[13]; })
PASS(two_longs, { long l, m; })
PASS(packed_in_memory, { char c; long l; } __attribute__((packed)))
PASS(three_longs, { long l, m, n; })
PASS(big, { char c[100]; })
PASS(odd, { char c[77]; })

int main(void)
{
	one_byte();
	three_bytes();
	one_int();
	five_bytes();
	two_ints();
	int_and_float();
	two_floats();
	long_and_double();
	double_and_long();
	thirteen_bytes();
	two_longs();
	packed_in_memory();
	three_longs();
	big();
	odd();
	return 0;
}
