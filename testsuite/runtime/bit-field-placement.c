/* A bit-field may start at any bit and be of any width, in both byte orders:
   its shadow is taken from, and goes to, just the bits of its value. */
/* { dg-kmsan-clean } */
/* { dg-kmsan-levels -O0 -O2 } */
/* { dg-options "-g -Wno-scalar-storage-order -Wno-packed-bitfield-compat" } */
#include "shadow.h"

#define BIG scalar_storage_order("big-endian")
#define LITTLE scalar_storage_order("little-endian")

/* Bytes that differ each time. */
__no_sanitize_memory noipa static void fill(unsigned char *to, int n)
{
	static unsigned int state = 1;

	while (n--) {
		state = state * 1103515245 + 12345;
		to[n] = state >> 16;
	}
}

/* The bits of a value are where its shadow's bits are: compare with
   uninstrumented code that works on the shadow. */
#define FIELD(name, order, type, before, width)                            \
	struct __attribute__((packed, order)) name {                       \
		unsigned int pad : before;                                 \
		type field : width;                                        \
		unsigned int more : 7;                                     \
	};                                                                 \
	noipa static void get_##name(struct name *p, type *value)          \
	{                                                                  \
		*value = p->field;                                         \
	}                                                                  \
	noipa static void set_##name(struct name *p, type *value)          \
	{                                                                  \
		p->field = *value;                                         \
	}                                                                  \
	__no_sanitize_memory noipa static void test_##name(int line)       \
	{                                                                  \
		union {                                                    \
			struct name field;                                 \
			bits bits;                                         \
		} memory = {}, shadow = {};                                \
		bits expected = 0;                                         \
		type value;                                                \
                                                                           \
		fill((void *)&shadow, sizeof(struct name));                \
		set_shadow(&memory, sizeof(memory), shadow.bits);          \
		expected = shadow.field.field;                             \
		get_##name(&memory.field, &value);                         \
		compare_shadow(line, &value, sizeof(value), expected);     \
		fill((void *)&value, sizeof(value));                       \
		shadow.field.field = value;                                \
		set_shadow(&value, sizeof(value), value);                  \
		set_##name(&memory.field, &value);                         \
		compare_shadow(line, &memory, sizeof(memory), shadow.bits); \
	}

#define BOTH(before, width)                                                \
	FIELD(l##before##_##width, LITTLE, unsigned long, before, width)   \
	FIELD(b##before##_##width, BIG, unsigned long, before, width)

#define WIDE(before, width)                                                \
	FIELD(l##before##_##width, LITTLE, bits, before, width)            \
	FIELD(b##before##_##width, BIG, bits, before, width)

#define FIELDS(X, Y)                                                       \
	X(7, 1) X(3, 6) X(7, 9) X(5, 32) X(7, 63) X(7, 64) Y(3, 65) Y(7, 100)

FIELDS(BOTH, WIDE)

#define RUN(before, width)                                                 \
	test_l##before##_##width(before * 1000 + width);                   \
	test_b##before##_##width(before * 1000 + width);

int main(void)
{
	for (int i = 0; i < 10; i++) {
		FIELDS(RUN, RUN)
	}
	return 0;
}
