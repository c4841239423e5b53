/* Variadic structs bring the shadow of their memory, with eager checks too. */
/* { dg-kmsan-clean } */
#include "varargs.h"

#define CHECK(name, ...)                                            \
	struct name __VA_ARGS__;                                    \
	TAKE(take_##name, struct name)                              \
	noipa static void name(void)                                \
	{                                                           \
		static union {                                      \
			struct name value;                          \
			char bytes[sizeof(struct name)];            \
		} from, to;                                         \
		for (unsigned i = 0; i < sizeof(from); i++) {       \
			poison_bits(from.bytes[i], 0x5a);           \
			for (int skip = 0; skip < 2; skip++) {      \
				kmsan_poison_memory(&to, sizeof(to));\
				if (skip)                           \
					take_##name(&to.value, 7, 1, 2, 3, 4, \
						    5, 6, 7, from.value);\
				else                                \
					take_##name(&to.value, 0,   \
						    from.value);    \
				for (unsigned j = 0; j < sizeof(from); j++) \
					expect_shadow(to.bytes[j],  \
						      i == j ? 0x5a : 0); \
			}                                           \
			from.bytes[i] = 0;                          \
		}                                                   \
	}

CHECK(one_byte, { char c; })
CHECK(three_bytes, { char c[3]; })
CHECK(one_int, { int i; })
CHECK(two_ints, { int i, j; })
CHECK(two_floats, { float f, g; })
CHECK(three_floats, { float f, g, h; })
CHECK(long_and_double, { long l; double d; })
CHECK(double_and_long, { double d; long l; })
CHECK(two_longs, { long l, m; })
CHECK(nested, { struct { float f; int i; } a; double d; })
CHECK(packed, { char c; long l; } __attribute__((packed)))
CHECK(three_longs, { long l, m, n; })
CHECK(big, { char c[100]; })
CHECK(aligned, { long l __attribute__((aligned(16))); long m, n, o; })

int main(void)
{
	one_byte();
	three_bytes();
	one_int();
	two_ints();
	two_floats();
	three_floats();
	long_and_double();
	double_and_long();
	two_longs();
	nested();
	packed();
	three_longs();
	big();
	aligned();
	return 0;
}
