/* An atomic load of a struct keeps its shadow and origins, whether the struct is
   loaded to a register first or by libatomic.  Newer compilers do not store the
   argument on its way. */
/* { dg-kmsan-report {uninit-value in get} {(Uninit was stored to memory at:\n main[^\n]*\n\n)*Local variable atomic created at:\n main} } */
/* { dg-options "-g -Wl,--no-as-needed -latomic" } */
#include "shadow.h"

#define DEFINE(NAME, TYPE, COUNT)                                           \
	struct NAME {                                                       \
		TYPE a[COUNT];                                              \
	} __attribute__((aligned(sizeof(TYPE) * COUNT)));                   \
	noipa static void load_##NAME(_Atomic struct NAME *from, void *to)  \
	{                                                                   \
		struct NAME loaded = *from;                                 \
                                                                            \
		*(struct NAME *)to = loaded;                                \
	}                                                                   \
	noipa static void generic_##NAME(struct NAME *from, struct NAME *to) \
	{                                                                   \
		__atomic_load(from, to, __ATOMIC_SEQ_CST);                  \
	}

DEFINE(one, char, 1)
DEFINE(two, char, 2)
DEFINE(four, short, 2)
DEFINE(eight, short, 4)
DEFINE(sixteen, int, 4)
DEFINE(big, long, 4)

#define TRY(NAME, SHADOW)                                                 \
	do {                                                              \
		_Atomic struct NAME atomic;                               \
		struct NAME plain = { { 1 } }, to = { { 1 } };            \
                                                                          \
		touch(&atomic);                                           \
		set_shadow(&atomic, sizeof(atomic), SHADOW);              \
		load_##NAME(&atomic, &to);                                \
		compare_shadow(__LINE__, &to, sizeof(to), SHADOW);        \
		set_shadow(&plain, sizeof(plain), SHADOW);                \
		set_shadow(&to, sizeof(to), ALL ^ SHADOW);                \
		generic_##NAME(&plain, &to);                              \
		compare_shadow(__LINE__, &to, sizeof(to), SHADOW);        \
	} while (0)

noipa static int get(struct eight s)
{
	use(s.a[1]);
	return s.a[0];
}

int main(void)
{
	TRY(one, 0x42);
	TRY(two, 0xf700);
	TRY(four, 0xffff0000);
	TRY(eight, 0x00ffffffffff0001);
	TRY(sixteen, (bits)0xff0000ff00000000 << 64 | 0x1234567812345678);
	{
		_Atomic struct big atomic;
		struct big to = { { 1, 2, 3, 4 } };

		touch(&atomic);
		kmsan_unpoison_memory(&atomic, 8);
		load_big(&atomic, &to);
		compare_shadow(__LINE__, &to.a[0], 8, 0);
		compare_shadow(__LINE__, &to.a[3], 8, ALL_OF(long));
	}
	{
		_Atomic struct eight atomic;

		touch(&atomic);
		((volatile short *)&atomic)[0] = 1;
		use(get(atomic));
	}
	return 0;
}
