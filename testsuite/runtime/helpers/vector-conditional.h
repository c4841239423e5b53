/*
 * vector-conditional.h - operations under a mask; a processor that lacks AVX-512
 * cannot run them.
 */
typedef int ints __attribute__((vector_size(16)));
typedef float floats __attribute__((vector_size(16)));

#define DECLARE(name, type)                                              \
	void name##_op(type *r, const type *pa, const type *pb,          \
		       const ints *mask)

DECLARE(sum, ints);
DECLARE(bitwise, ints);
DECLARE(float_sum, floats);
DECLARE(quotient, floats);
