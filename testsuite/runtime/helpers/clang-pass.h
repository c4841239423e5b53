/*
 * clang-pass.h - types that GCC's and Clang's code pass to each other.
 */
struct three_bytes { char c[3]; };
struct two_ints { int i, j; };
struct int_and_float { int i; float f; };
struct long_and_double { long l; double d; };
struct double_and_long { double d; long l; };
struct two_doubles { double d, e; };
struct thirteen_bytes { char c[13]; };
struct three_longs { long l, m, n; };
struct packed { char c; long l; } __attribute__((packed));
struct big { char c[100]; };
typedef int vector __attribute__((vector_size(16)));

/* Apply X(name, type) to each type that fits a register, and to each struct. */
#define SCALARS(X)                        \
	X(character, char)                \
	X(short_int, short)               \
	X(integer, int)                   \
	X(long_int, long)                 \
	X(wide, __int128)                 \
	X(pointer, void *)                \
	X(single, float)                  \
	X(twice, double)                  \
	X(extended, long double)          \
	X(complex_float, _Complex float)  \
	X(complex_double, _Complex double)\
	X(complex_long_double, _Complex long double) \
	X(lanes, vector)
#define STRUCTS(X)                        \
	X(three_bytes, struct three_bytes)\
	X(two_ints, struct two_ints)      \
	X(int_and_float, struct int_and_float)     \
	X(long_and_double, struct long_and_double) \
	X(double_and_long, struct double_and_long) \
	X(two_doubles, struct two_doubles)\
	X(thirteen_bytes, struct thirteen_bytes)   \
	X(three_longs, struct three_longs)\
	X(packed, struct packed)          \
	X(big, struct big)

#define DECLARE_PASS(name, type)                                       \
	void clang_take_##name(char c, type a, int d, type *to);       \
	type clang_give_##name(char c, type *from);                    \
	void clang_call_##name(void (*f)(char, type, int, type *),     \
			       type *from, type *to);                  \
	void clang_call_variadic_##name(void (*f)(int, ...), type *from); \
	void clang_fetch_##name(type *to, int skip, ...);
SCALARS(DECLARE_PASS)
STRUCTS(DECLARE_PASS)
